package main_test

import (
	"testing"
	"time"
)

func TestRemindersAreQueuedByHandOnce(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	if out := done(t, "remind", "--data", data); out == "Reviews that people are reminded of: 0\n" {
		t.Error("the demonstration has no review that is due")
	}
	if out := done(t, "remind", "--data", data); out != "Reviews that people are reminded of: 0\n" {
		t.Errorf("a second time it says %q", out)
	}
}

func TestTheServiceRemindsByItselfWhileItRuns(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	before := done(t, "audit", "verify", "--data", data)
	s := serve(t, "--demo", "--data", data)
	for end := time.Now().Add(20 * time.Second); done(t, "audit", "verify", "--data", data) == before; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("nothing was recorded in 20 seconds")
		}
	}
	s.stop(t)
	if out := done(t, "remind", "--data", data); out != "Reviews that people are reminded of: 0\n" {
		t.Errorf("by hand it says %q", out)
	}
}
