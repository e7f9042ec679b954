package main_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestTheCommitteeSystemIsAskedOnlyWhereItIsNamed(t *testing.T) {
	data := t.TempDir()
	refused(t, call{}.eqia(t, "fetch", "moderngov", "--data", data), 1, "EQIA_MODERNGOV_URL")
	refused(t, call{env: []string{"EQIA_MODERNGOV_URL=http://elsewhere.example"}}.eqia(t, "fetch", "moderngov", "--data", data), 2, "https://")
	refused(t, call{env: []string{"EQIA_MODERNGOV_URL=https://elsewhere.example"}}.eqia(t, "fetch", "moderngov", "--data", data), 2, "EQIA_MODERNGOV_CONTACT")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>Sign in</html>") }))
	t.Cleanup(server.Close)
	asked := call{env: []string{"EQIA_MODERNGOV_URL=" + server.URL, "EQIA_MODERNGOV_CONTACT=clerk@council.example"}}.eqia(t, "fetch", "moderngov", "--data", data)
	if asked.code != 1 || !strings.Contains(asked.err, "this is a web page") {
		t.Errorf("a sign-in page: %d, %s", asked.code, asked.err)
	}
}
