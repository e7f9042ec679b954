package moderngov

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dorset-eqia/eqia/committee"
)

// system is a committee system that answers as a test wants it to.
func system(t *testing.T, answer http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	c, err := NewClient(server.URL+"/council", "-1", "equality@council.example")
	if err != nil {
		t.Fatal(err)
	}
	c.Pause = time.Millisecond
	return c
}

// round asks for July 2027.
func round(t *testing.T, c *Client) (committee.ReadMeetings, error) {
	t.Helper()
	return c.Round(t.Context(), "2027-07-01", "2027-07-31")
}

func TestARoundAsksForEachMeetingOfTheDays(t *testing.T) {
	full := fullMeeting(t)
	var asked []string
	c := system(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method+" "+r.URL.Path+" "+r.URL.RawQuery+" "+r.UserAgent())
		switch {
		case strings.HasSuffix(r.URL.Path, "GetAllMeetingsByDate"):
			fmt.Fprint(w, list(sat("9001", "23/07/2027", "Confirmed")+sat("9002", "24/07/2027", "Confirmed")+sat("7", "24/07/2011", "Confirmed")))
		case r.URL.Query().Get("lMeetingId") == "9001":
			_, _ = w.Write(full)
		default:
			fmt.Fprint(w, "<html><body>Sign in</body></html>")
		}
	})
	got, err := round(t, c)
	if err != nil {
		t.Fatal(err)
	}
	const agent = " DorsetEqIA/1 (council equality assessments) equality@council.example"
	want := []string{"GET /council/mgWebService.asmx/GetAllMeetingsByDate bIsAscendingDateOrder=true&lCommitteeId=-1&sFromDate=01%2F07%2F2027&sToDate=31%2F07%2F2027" + agent,
		"GET /council/mgWebService.asmx/GetMeeting lMeetingId=9001" + agent, "GET /council/mgWebService.asmx/GetMeeting lMeetingId=9002" + agent}
	if strings.Join(asked, "\n") != strings.Join(want, "\n") {
		t.Errorf("asked was\n%s\nwant\n%s", strings.Join(asked, "\n"), strings.Join(want, "\n"))
	}
	roundTrips(t, got)
	if len(got.Meetings) != 2 || !got.Meetings[0].Full || len(got.Meetings[0].Items) != 5 || got.Meetings[1].Full || got.LeftOut != 1 {
		t.Errorf("got %+v", got)
	}
	if len(got.Bad) != 1 || !strings.Contains(got.Bad[0], "Meeting 9002: this is a web page") {
		t.Errorf("what could not be read: %v", got.Bad)
	}
}

// roundTrips packs what a round brought and reads it again.
func roundTrips(t *testing.T, got committee.ReadMeetings) {
	t.Helper()
	raw, err := Pack(got)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Read(raw); err != nil || len(again.Meetings) != 2 || !again.Meetings[0].StartsAt.Equal(got.Meetings[0].StartsAt) {
		t.Errorf("unpacked it is %+v, %v", again, err)
	}
}

// fullMeeting is the whole answer about meeting 9001 kept beside the reader.
func fullMeeting(t *testing.T) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/meeting.xml")
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestASystemThatMarksItsAnswersIsAskedOnlyForWhatChanged(t *testing.T) {
	full := fullMeeting(t)
	for name, mark := range map[string][2]string{"with a tag": {"ETag", "If-None-Match"}, "with a time": {"Last-Modified", "If-Modified-Since"}, "with no mark": {"X-Nothing", "If-None-Match"}} {
		t.Run(name, func(t *testing.T) {
			edition, whole, unchanged := "Thu, 01 Jul 2027 09:00:00 GMT", 0, 0
			c := system(t, func(w http.ResponseWriter, r *http.Request) {
				if r.Header.Get(mark[1]) == edition {
					unchanged++
					w.WriteHeader(http.StatusNotModified)
					return
				}
				whole++
				w.Header().Set(mark[0], edition)
				if strings.HasSuffix(r.URL.Path, "GetMeeting") {
					_, _ = w.Write(full)
					return
				}
				fmt.Fprint(w, list(sat("9001", "23/07/2027", "Confirmed")))
			})
			for n, want := range []struct{ whole, unchanged int }{{2, 0}, {2, 2}, {4, 2}} {
				if n == 2 {
					edition = "Fri, 02 Jul 2027 09:00:00 GMT"
				}
				got, err := round(t, c)
				if err != nil || len(got.Meetings) != 1 || len(got.Meetings[0].Items) != 5 {
					t.Fatalf("round %d gave %+v, %v", n+1, got, err)
				}
				if mark[0] == "X-Nothing" {
					want.whole, want.unchanged = 2*(n+1), 0
				}
				if whole != want.whole || unchanged != want.unchanged {
					t.Errorf("after round %d: %d whole answers and %d unchanged", n+1, whole, unchanged)
				}
			}
		})
	}
	c := system(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	if _, err := round(t, c); err == nil || !strings.Contains(err.Error(), "answered 304") {
		t.Errorf("unchanged, and nothing was known: %v", err)
	}
}

// bodies is a system whose number for all committees gives no meeting; what it answers for each is given by number.
func bodies(t *testing.T, each map[string]string) (c *Client, asked *[]string) {
	t.Helper()
	asked = &[]string{}
	full := fullMeeting(t)
	return system(t, func(w http.ResponseWriter, r *http.Request) {
		id := r.URL.Query().Get("lCommitteeId")
		switch {
		case strings.HasSuffix(r.URL.Path, "GetCommittees"):
			fmt.Fprint(w, "<committees><committee><committeeid>3</committeeid><committeetitle>Cabinet</committeetitle><committeeexpired>False</committeeexpired></committee>"+
				"<committee><committeeid>4</committeeid><committeeexpired>True</committeeexpired></committee>"+
				"<committee><committeeid>5</committeeid></committee><committee><committeeid>6</committeeid><committeedeleted>True</committeedeleted></committee></committees>")
		case strings.HasSuffix(r.URL.Path, "GetMeeting"):
			_, _ = w.Write(full)
		default:
			*asked = append(*asked, id)
			fmt.Fprint(w, list(each[id]))
		}
	}), asked
}

func TestEachCommitteeIsAskedWhenAllTogetherHaveNoMeeting(t *testing.T) {
	c, asked := bodies(t, map[string]string{"3": sat("9001", "23/07/2027", "Confirmed"), "5": sat("9001", "23/07/2027", "Confirmed") + sat("8", "24/07/2011", "Confirmed")})
	got, err := round(t, c)
	if err != nil || len(got.Meetings) != 1 || !got.Meetings[0].Full || got.LeftOut != 1 {
		t.Fatalf("got %+v, %v", got, err)
	}
	if want := "-1 3 5"; strings.Join(*asked, " ") != want {
		t.Errorf("asked were %v, want %s", *asked, want)
	}
}

func TestNoMeetingFromAnyCommitteeIsNotTakenForNone(t *testing.T) {
	c, asked := bodies(t, nil)
	if _, err := round(t, c); err == nil || !strings.Contains(err.Error(), "does not mean that there is none") || len(*asked) != 3 {
		t.Errorf("it says %v, after %v", err, *asked)
	}
}

func TestASystemThatMisbehavesIsSaidToInWords(t *testing.T) {
	write := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }
	}
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		says   string
	}{
		"a sign-in page with 200": {write("<!DOCTYPE html><html><body>Sign in</body></html>"), "this is a web page"},
		"switched off":            {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "off", http.StatusForbidden) }, "answered 403"},
		"an operation it lacks": {func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "not valid", http.StatusInternalServerError)
		}, "answered 500"},
		"days nobody asked for": {write(list(sat("1", "23/07/2011", "Confirmed"))), "no meeting was given"},
		"no meetings":           {write(list("")), "does not mean that there is none"},
		"five thousand and one": {write(list(strings.Repeat(sat("1", "01/07/2011", ""), MaxMeetings+1))), "more than 5000"},
		"more than 20 MB":       {func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(make([]byte, MaxBytes+10)) }, "larger than 20 MB"},
		"another host": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://elsewhere.example/", http.StatusFound)
		}, "another host"},
		"half an answer":            {write("<getmeetingsbydate><meetings>"), "not XML"},
		"nothing at all":            {write(""), "empty"},
		"an alphabet nobody knows":  {write(`<?xml version="1.0" encoding="EBCDIC"?><getmeetingsbydate/>`), "EBCDIC"},
		"round and round in itself": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "another host"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := round(t, system(t, c.answer)); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("it says %v, and not %q", err, c.says)
			} else if strings.Contains(err.Error(), "127.0.0.1") {
				t.Errorf("it names the address: %v", err)
			}
		})
	}
}

func TestAnOlderAlphabetAndDoubleEscapesAreReadFromASystem(t *testing.T) {
	c := system(t, func(w http.ResponseWriter, r *http.Request) {
		meeting := "<meeting><meetingid>5</meetingid><meetingdate>01/07/2027</meetingdate><committeetitle>Caf\xe9s &amp;amp; Parks</committeetitle></meeting>"
		if strings.HasSuffix(r.URL.Path, "GetAllMeetingsByDate") {
			meeting = "<getmeetingsbydate><meetings>" + meeting + "</meetings></getmeetingsbydate>"
		}
		fmt.Fprint(w, `<?xml version="1.0" encoding="windows-1252"?>`+meeting)
	})
	got, err := round(t, c)
	if err != nil || got.Meetings[0].Committee != "Cafés & Parks" || !got.Meetings[0].Full {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestASlowSystemIsNotWaitedForLong(t *testing.T) {
	c := system(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	c.Timeout = 50 * time.Millisecond
	if _, err := round(t, c); err == nil || !strings.Contains(err.Error(), "did not answer in time") {
		t.Errorf("it says %v", err)
	}
}

func TestQuestionsAreAskedOneAtATimeWithAPauseBetween(t *testing.T) {
	var asked atomic.Int32
	c := system(t, func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		fmt.Fprint(w, list(sat("1", "01/07/2027", "")+sat("2", "02/07/2027", "")))
	})
	c.Pause = 100 * time.Millisecond
	begun := time.Now()
	if _, err := round(t, c); err != nil {
		t.Fatal(err)
	}
	if n, took := asked.Load(), time.Since(begun); n != 3 || took < 200*time.Millisecond {
		t.Errorf("%d questions took %s", n, took)
	}
}

func TestOnlyOneHostOnTheOpenInternetIsAsked(t *testing.T) {
	for address, fine := range map[string]bool{"https://moderngov.example.gov.uk": true, "https://moderngov.example.gov.uk/council/": true, "http://127.0.0.1:80/": true,
		"http://moderngov.example.gov.uk": false, "ftp://moderngov.example.gov.uk": false, "https://who:secret@moderngov.example.gov.uk": false, "moderngov": false, "": false,
		"https://moderngov.example.gov.uk/?a=b": false} {
		if _, err := NewClient(address, "0", ""); (err == nil) != fine {
			t.Errorf("%q: %v", address, err)
		}
	}
	for address, want := range map[string]bool{"8.8.8.8": true, "10.0.0.1": false, "192.168.1.1": false, "172.16.0.1": false, "127.0.0.1": false, "169.254.169.254": false,
		"100.64.0.1": false, "0.0.0.0": false, "::1": false, "fd00::1": false, "fe80::1": false, "224.0.0.1": false, "2606:4700::1": true} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s is public: %t", address, got)
		}
	}
}

func TestANameThatLeadsIntoAPrivateNetworkIsNotAsked(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(server.Close)
	c, err := NewClient(server.URL, "0", "")
	if err != nil {
		t.Fatal(err)
	}
	c.Base.Host = strings.Replace(c.Base.Host, "127.0.0.1", "0.0.0.0", 1)
	if _, err := c.Meetings(context.Background(), "2027-07-01", "2027-07-31"); err == nil || !strings.Contains(err.Error(), "private network") {
		t.Errorf("it says %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{list(sat("1", "01/07/2027", "Confirmed")), `{"Source":"moderngov","Meetings":[{"SourceID":"1"}]}`, "<meeting/>", "{", "<html>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := Read(raw)
		if err != nil {
			return
		}
		if packed, err := Pack(got); err != nil {
			t.Error(err)
		} else if _, err := Read(packed); err != nil {
			t.Errorf("what was packed can't be read: %v", err)
		}
	})
}
