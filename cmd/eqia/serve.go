package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// graceful is how long requests under way have to finish when the service is told to stop.
const graceful = 20 * time.Second

type serveCommand struct {
	inData
	Addr         string `help:"Address to listen on." default:"127.0.0.1:8080"`
	Demo         bool   `help:"Serve made-up people and assessments, made the first time."`
	InsecureHTTP bool   `help:"Allow an address other than this machine's own without https." name:"insecure-http"`
}

// Help is what --help says below the first line.
func (serveCommand) Help() string {
	return "On an address other than this machine's own, EQIA_BASE_URL has to be the https address of the proxy in front. Stops on SIGTERM " +
		"once requests under way are done, after 20 seconds at most."
}

// Run serves the pages until it is told to stop.
func (c *serveCommand) Run(a *app) error {
	if err := c.guarded(a.config.BaseURL); err != nil {
		return err
	}
	slog.SetDefault(slog.New(slog.NewJSONHandler(a.errs, nil)))
	a.demo = c.Demo
	return a.with(c.Data, func(o *opened) error {
		if err := o.suits(a.ctx, c.Demo); err != nil {
			return err
		}
		handler, err := pages(a, o, c.Demo)
		if err != nil {
			return err
		}
		defer o.keepTime(a.ctx)()
		return c.listen(a, handler)
	})
}

// guarded refuses plain http on an address that others can reach.
func (c *serveCommand) guarded(base string) error {
	host, _, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return usageError{fmt.Errorf("Write --addr as 127.0.0.1:8080: %w", err)}
	}
	ip := net.ParseIP(host)
	if host == "localhost" || ip != nil && ip.IsLoopback() || c.InsecureHTTP {
		return nil
	}
	if u, err := url.Parse(base); err == nil && u.Scheme == "https" {
		return nil
	}
	return errors.New("Others can reach this address. Set EQIA_BASE_URL to the https address of the service, or add --insecure-http")
}

// listen answers requests until the service is told to stop, and then lets those under way finish.
func (c *serveCommand) listen(a *app, handler http.Handler) error {
	ctx, stop := signal.NotifyContext(a.ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	fmt.Fprintln(a.out, "The service is at", c.address(listener, a.config.BaseURL))
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	slog.Info("stopping")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceful)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		slog.Warn("some requests did not finish", "error", err)
	}
	return nil
}

// address is where people reach the service.
func (c *serveCommand) address(l net.Listener, base string) string {
	if base != "" {
		return base
	}
	return "http://" + strings.Replace(l.Addr().String(), "127.0.0.1", "localhost", 1)
}
