package page

// handedFor is how long something waits in the browser for the page that shows it, in seconds.
const handedFor = 300

// Hand leaves a secret for the next page alone, in the browser of the person who is to see it: it is never kept here.
func (r *Request) Hand(secret string) { r.setCookie(r.Kit.cookie("handed"), secret, handedFor) }

// Handed takes what was left for this page, and forgets it; "" when there is nothing.
func (r *Request) Handed() string {
	name := r.Kit.cookie("handed")
	ck, err := r.Request.Cookie(name)
	if err != nil {
		return ""
	}
	r.setCookie(name, "", -1)
	return ck.Value
}

// Address is a path of the service as someone elsewhere would type it.
func (r *Request) Address(path string) string {
	if base := r.Kit.Settings.BaseURL; base != "" {
		return base + path
	}
	return "http://" + r.Request.Host + path // without an address of its own the service is reached from this machine alone
}
