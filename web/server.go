// Package web is the service as a browser meets it: every route in lists by who works there, the people's pages in folders of their own.
package web

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"dorset-eqia/web/account"
	"dorset-eqia/web/components"
	"dorset-eqia/web/outside"
	"dorset-eqia/web/page"
	"dorset-eqia/web/public"
	"dorset-eqia/web/verify"
)

// New is the whole service as one handler: the guards, the assets, the health check and every route. Proxies are the addresses of those
// in front, whose word is taken on who is asking.
func New(kit *page.Kit, assets Assets, ready func(*http.Request) error, proxies ...string) (http.Handler, error) {
	passwords, err := account.NewPasswords()
	if err != nil {
		return nil, err
	}
	kit.Assets = components.Assets{Styles: assets.Path("app.css"), Start: assets.Path("start.js"), Script: assets.Path("app.js"),
		Icon: assets.Path("icon.svg")}
	pages, err := engine(kit, Deps{Accounts: account.New(passwords), Outside: outside.New(), Verify: verify.New(), Voice: public.NewVoice()}, proxies)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", assets.Handler())
	mux.Handle("GET /healthz", &health{ready: ready, now: kit.Now})
	mux.Handle("/", pages)
	return kit.Guard(mux), nil
}

func engine(kit *page.Kit, d Deps, proxies []string) (*gin.Engine, error) {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.RedirectTrailingSlash, e.HandleMethodNotAllowed = false, true
	e.RemoteIPHeaders = []string{"X-Forwarded-For"} // the one that a proxy adds to, and a caller cannot put words in the end of
	if err := e.SetTrustedProxies(proxies); err != nil {
		return nil, fmt.Errorf("trust the proxies: %w", err)
	}
	e.Use(page.Log, kit.Recover, kit.Posts)
	e.NoRoute(kit.Open(page.NotFound))
	e.NoMethod(kit.Open(page.WrongMethod))
	for _, r := range Routes(d) {
		e.Handle(r.Method, r.Path, map[Access]func(page.Handler) gin.HandlerFunc{
			Anyone: kit.Kept, Visitor: kit.Open, SignedIn: kit.Staff}[r.Access](r.Handler))
	}
	return e, nil
}
