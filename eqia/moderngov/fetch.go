package moderngov

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// Client asks one committee system for its meetings, by plain GET. It goes to the one host that it was given and nowhere else.
type Client struct {
	Base      *url.URL // up to the folder of the web service, for example https://moderngov.example.gov.uk/
	Committee string   // what stands for all committees there; systems differ
	Contact   string   // whom the system's owner can write to
	Pause     time.Duration
	Timeout   time.Duration
	last      time.Time
	kept      map[string]answer // by address; what the system said that it would know again
}

// answer is what a system gave out once, with the marks by which it says that nothing has changed since.
type answer struct {
	tag, modified string
	raw           []byte
}

// Limits of what a client keeps of answers: how many, and bytes in each.
const (
	mostAnswers = 300
	mostAnswer  = 1 << 20
)

// The manners of a client, where nothing else was given: one request a second, and half a minute for an answer.
const (
	usualPause   = time.Second
	usualTimeout = 30 * time.Second
	mostMeetings = 100 // agendas asked for in one round
)

// NewClient is a client for the address of a system. Plain http is for this machine alone.
func NewClient(address, committee, contact string) (*Client, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("the address has to be like https://moderngov.example.gov.uk/")
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !loopback(u.Hostname())) {
		return nil, errors.New("the address has to begin with https://")
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + "/"
	return &Client{Base: u, Committee: committee, Contact: contact, Pause: usualPause, Timeout: usualTimeout}, nil
}

func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// Meetings asks for the meetings of some days, both included. The days are looked at again here: systems ignore those they were asked for.
func (c *Client) Meetings(ctx context.Context, from, to eqia.Day) (List, error) {
	return c.meetings(ctx, c.Committee, from, to)
}

func (c *Client) meetings(ctx context.Context, committee string, from, to eqia.Day) (List, error) {
	raw, err := c.get(ctx, "GetAllMeetingsByDate", url.Values{"lCommitteeId": {committee}, "sFromDate": {english(from)}, "sToDate": {english(to)},
		"bIsAscendingDateOrder": {"true"}})
	if err != nil {
		return List{}, err
	}
	return ReadMeetings(bytes.NewReader(raw), from, to)
}

// Each asks for the meetings of some days committee by committee, as the number that stands for all of them differs between systems. A committee
// that can't be asked is noted.
func (c *Client) Each(ctx context.Context, from, to eqia.Day) (List, error) {
	raw, err := c.get(ctx, "GetCommittees", nil)
	if err != nil {
		return List{}, err
	}
	bodies, err := ReadCommittees(bytes.NewReader(raw))
	if err != nil {
		return List{}, err
	}
	var out List
	for _, b := range bodies {
		list, err := c.meetings(ctx, b.ID, from, to)
		if err != nil {
			out.Bad = append(out.Bad, "Committee "+b.ID+": "+err.Error())
			continue
		}
		for i := range list.Meetings {
			list.Meetings[i].Committee = cmp.Or(list.Meetings[i].Committee, b.Title)
		}
		out.join(list)
	}
	return out, ctx.Err()
}

// join adds another list, each meeting once.
func (l *List) join(more List) {
	l.LeftOut, l.Bad = l.LeftOut+more.LeftOut, append(l.Bad, more.Bad...)
	for _, m := range more.Meetings {
		if !slices.ContainsFunc(l.Meetings, func(o Meeting) bool { return o.ID == m.ID }) {
			l.Meetings = append(l.Meetings, m)
		}
	}
}

// Meeting asks for one meeting with its agenda.
func (c *Client) Meeting(ctx context.Context, id string) (Meeting, error) {
	if _, err := strconv.Atoi(id); err != nil {
		return Meeting{}, fmt.Errorf("%q is no number of a meeting", id)
	}
	raw, err := c.get(ctx, "GetMeeting", url.Values{"lMeetingId": {id}})
	if err != nil {
		return Meeting{}, err
	}
	m, err := ReadMeeting(bytes.NewReader(raw))
	if err == nil && m.ID != id {
		return Meeting{}, fmt.Errorf("meeting %s was given instead", m.ID)
	}
	return m, err
}

// english is a day as these systems want it; they accept other ways of writing it, and then ignore it.
func english(d eqia.Day) string { return d.Time().Format("02/01/2006") }

// get asks once, not sooner than the pause after the last time. Where the system marks its answers, it is asked only for what has changed.
func (c *Client) get(ctx context.Context, operation string, with url.Values) ([]byte, error) {
	if err := c.wait(ctx); err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(ctx, c.Timeout)
	defer stop()
	to := *c.Base
	to.Path += "mgWebService.asmx/" + operation
	to.RawQuery = with.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, to.String(), http.NoBody)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", strings.TrimSpace("DorsetEqIA/1 (council equality assessments) "+c.Contact))
	request.Header.Set("Accept", "text/xml, application/xml")
	was := c.kept[to.String()]
	was.ask(request)
	got, err := c.http().Do(request)
	if err != nil {
		return nil, plainly(err)
	}
	defer got.Body.Close()
	if got.StatusCode == http.StatusNotModified && was.raw != nil {
		return was.raw, nil
	}
	if got.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the committee system answered %d: its web service may be switched off", got.StatusCode)
	}
	raw, err := io.ReadAll(io.LimitReader(got.Body, MaxBytes+1))
	if err != nil {
		return nil, plainly(err)
	}
	if len(raw) > MaxBytes {
		return nil, errors.New("the answer is larger than 20 MB")
	}
	c.keep(to.String(), answer{got.Header.Get("ETag"), got.Header.Get("Last-Modified"), raw})
	return raw, nil
}

// ask makes a request one for what has changed since an answer, as far as that was marked.
func (a answer) ask(request *http.Request) {
	if a.tag != "" {
		request.Header.Set("If-None-Match", a.tag)
	}
	if a.modified != "" {
		request.Header.Set("If-Modified-Since", a.modified)
	}
}

// keep keeps an answer that the system would know again. When there are too many, all are let go.
func (c *Client) keep(address string, a answer) {
	delete(c.kept, address)
	if a.tag == "" && a.modified == "" || len(a.raw) > mostAnswer {
		return
	}
	if c.kept == nil || len(c.kept) >= mostAnswers {
		c.kept = map[string]answer{}
	}
	c.kept[address] = a
}

func (c *Client) wait(ctx context.Context) error {
	left := time.Until(c.last.Add(c.Pause))
	if !c.last.IsZero() && left > 0 {
		select {
		case <-time.After(left):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	c.last = time.Now()
	return nil
}

var errElsewhere = errors.New("the committee system sent us to another host, so nothing was read")

// http goes to the one host. An address inside the council's own network is refused, unless it is this machine that was named.
func (c *Client) http() *http.Client {
	dialer := &net.Dialer{Timeout: c.Timeout, Control: func(_, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil {
			return err
		}
		if ip := at.Addr().Unmap(); !public(ip) && (!ip.IsLoopback() || !loopback(c.Base.Hostname())) {
			return errors.New("the address leads into a private network, so nothing was asked")
		}
		return nil
	}}
	return &http.Client{
		Transport: &http.Transport{DialContext: dialer.DialContext, DisableKeepAlives: true, TLSHandshakeTimeout: c.Timeout, ResponseHeaderTimeout: c.Timeout},
		CheckRedirect: func(next *http.Request, via []*http.Request) error {
			if next.URL.Host != c.Base.Host || next.URL.Scheme != c.Base.Scheme || len(via) > 3 {
				return errElsewhere
			}
			return nil
		},
	}
}

// public reports whether an address can be on the open internet.
func public(ip netip.Addr) bool {
	shared := netip.MustParsePrefix("100.64.0.0/10")
	return ip.IsGlobalUnicast() && !ip.IsPrivate() && !ip.IsLoopback() && !ip.IsLinkLocalUnicast() && !shared.Contains(ip)
}

// plainly is an error of the network without the address that was asked for.
func plainly(err error) error {
	var asked *url.Error
	if errors.As(err, &asked) {
		err = asked.Err
	}
	var slow net.Error
	if errors.As(err, &slow) && slow.Timeout() || errors.Is(err, context.DeadlineExceeded) {
		return errors.New("the committee system did not answer in time")
	}
	if errors.Is(err, context.Canceled) {
		return errors.New("the service was stopped before the committee system had answered")
	}
	return err
}

// Round asks for the meetings of some days, and for the agenda of each. A list that can't be read ends it; a meeting whose agenda can't be read
// comes without it, and is noted. When all committees together have no meeting, each is asked by itself; when none has one, nothing is known.
func (c *Client) Round(ctx context.Context, from, to eqia.Day) (committee.ReadMeetings, error) {
	list, err := c.Meetings(ctx, from, to)
	if err != nil {
		return committee.ReadMeetings{}, err
	}
	if len(list.Meetings) == 0 {
		if list, err = c.Each(ctx, from, to); err != nil {
			return committee.ReadMeetings{}, fmt.Errorf("no meeting was given for these days, and the committees can't be asked one by one: %w. That does not mean that there is none", err)
		}
	}
	if len(list.Meetings) == 0 {
		return committee.ReadMeetings{}, errors.New("no meeting was given for these days, by any committee. That does not mean that there is none: check the number that stands for all committees")
	}
	out := list.read(false)
	for i, m := range list.Meetings {
		if i == mostMeetings {
			out.Bad = append(out.Bad, fmt.Sprintf("Only the first %d agendas were asked for", mostMeetings))
			break
		}
		full, err := c.Meeting(ctx, m.ID)
		if err != nil {
			out.Bad = append(out.Bad, "Meeting "+m.ID+": "+err.Error())
			continue
		}
		full.Committee = cmp.Or(full.Committee, m.Committee)
		out.Meetings[i] = List{Meetings: []Meeting{full}}.read(true).Meetings[0]
	}
	return out, ctx.Err()
}
