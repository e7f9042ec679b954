package account

import (
	"context"
	"strings"
	"time"

	"github.com/ulule/limiter/v3"
	"github.com/ulule/limiter/v3/drivers/store/memory"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

// brakePeriod is how long a wrong password counts.
const brakePeriod = 15 * time.Minute

// Wrong passwords that are let through in one period.
const (
	mostTogether = 10  // for one account from one address
	mostAddress  = 300 // from one address, which may be a whole council's
	mostAccount  = 50  // for one account from anywhere
)

// brakes count wrong passwords. A try counts before the password is looked at, so that many at once are counted too, and is taken back
// when the password was right.
type brakes struct {
	together, address, account *limiter.Limiter
}

func newBrakes() brakes {
	atMost := func(n int64) *limiter.Limiter {
		return limiter.New(memory.NewStore(), limiter.Rate{Period: brakePeriod, Limit: n})
	}
	return brakes{together: atMost(mostTogether), address: atMost(mostAddress), account: atMost(mostAccount)}
}

// attempt is one try: which account, and from where.
type attempt struct{ email, address string }

func attemptOf(r *page.Request, email string) attempt {
	return attempt{email: strings.ToLower(strings.TrimSpace(email)), address: page.Network(r.ClientIP())}
}

// try counts a try, and is ErrTooMany when there were too many before it. The narrowest count comes first and stops the others, so that
// one address alone cannot use up what an account may have from elsewhere.
func (b brakes) try(ctx context.Context, t attempt) error {
	for _, c := range []struct {
		brake *limiter.Limiter
		key   string
	}{{b.together, t.together()}, {b.address, t.address}, {b.account, t.email}} {
		state, err := c.brake.Get(ctx, c.key)
		if err != nil {
			return err
		}
		if state.Reached {
			return eqia.ErrTooMany
		}
	}
	return nil
}

// right takes a try back, because the password was right, and forgets the wrong ones for this account from this address.
func (b brakes) right(ctx context.Context, t attempt) error {
	if _, err := b.together.Reset(ctx, t.together()); err != nil {
		return err
	}
	if _, err := b.address.Increment(ctx, t.address, -1); err != nil {
		return err
	}
	_, err := b.account.Increment(ctx, t.email, -1)
	return err
}

func (t attempt) together() string { return t.address + " " + t.email }
