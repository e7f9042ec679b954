package main

import (
	"net/http"

	"dorset-eqia/web"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// pages is everything the service answers, wired by hand.
func pages(a *app, o *opened, demo bool) (http.Handler, error) {
	assets, err := web.LoadAssets()
	if err != nil {
		return nil, err
	}
	council := o.service.Profiles[o.service.Profile]
	kit := &page.Kit{Eqia: o.service, Committee: o.committees, Reader: form.NewReader(), Now: o.service.Now, NewID: o.service.NewID, Settings: page.Settings{
		Service: "Equality impact assessments", Council: council.Council, Contact: council.Contact, BaseURL: a.config.BaseURL, Demo: demo, System: a.config.system()}}
	return web.New(kit, assets, func(r *http.Request) error { return o.store.Ping(r.Context()) }, a.config.Proxies...)
}
