package facts

import (
	"slices"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// Pages are the pages of the evidence library.
type Pages struct{}

// Everyone is the choice for figures that are about no one group.
const Everyone = "everyone"

// Home is where the library is.
const Home = "/library"

// To is where a fact is read.
func To(id library.ID) string { return Home + "/" + string(id) }

// groups are the characteristics of the council's newest form.
func groups(r *page.Request) []form.Characteristic {
	council := r.Council()
	today := string(eqia.DayOf(r.Kit.Now()))
	v, ok := council.Latest(today)
	if !ok {
		return nil
	}
	return v.CharacteristicsInForce(today)
}

// GroupItems are characteristics as choices, with everyone at the end.
func GroupItems(list []form.Characteristic) []components.Item {
	var out []components.Item
	for _, ch := range list {
		out = append(out, components.Item{Value: ch.Code, Text: ch.Label})
	}
	return append(out, components.Item{Value: Everyone, Text: "Everyone"})
}

// codeOf is the characteristic that a choice stands for.
func codeOf(choice string) string {
	if choice == Everyone {
		return ""
	}
	return choice
}

// Sought picks the facts that a group and words ask for, newest alone; "" asks for any group.
func Sought(facts []library.Fact, group, words string) []library.Fact {
	found := library.Search(library.Newest(facts), words)
	if group == "" {
		return found
	}
	return slices.DeleteFunc(found, func(f library.Fact) bool { return f.Characteristic != codeOf(group) })
}

// Link is the link to a fact's own page, as a panel shows it.
func Link(f library.Fact) templ.Component {
	return components.Link{Text: "About", Unseen: "this figure: " + f.Title(), Href: To(f.ID)}.View()
}
