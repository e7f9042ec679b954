package page

import (
	"strconv"

	"dorset-eqia/web/components"
)

// Counter is a hidden field with how often something was saved when the page was drawn.
func Counter(n int) components.Hidden {
	return components.Hidden{Name: "revision", Value: strconv.Itoa(n)}
}

// Seen is the counter that the person's page showed; 0, which nothing saved has, when there was none.
func (r *Request) Seen() int {
	n, err := strconv.Atoi(r.Posted("revision"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
