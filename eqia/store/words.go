package store

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
)

// publishedWordsRow is what a search of the register looks through: one row for each published version in force.
type publishedWordsRow struct {
	Place     int64 `gorm:"primaryKey"` // the instant of publication in microseconds, made unique
	VersionID string
	Words     string
}

func (publishedWordsRow) TableName() string { return "published_words" }

// Limits of what is searched, so that a long text can neither fill the index nor ask for a slow search.
const (
	longestWord = 40   // characters of a word that count
	mostWords   = 5000 // different words kept of one assessment
	mostAsked   = 10   // words of one search
)

// wordsIn is every different word of a text in the order it comes, in one spelling: its English stem, so that "library" finds "libraries",
// in lower case, without accents, letters and digits alone. Both databases are given these words and are asked for them, so that they
// agree, and no sign of a query language is left.
func wordsIn(text string) []string {
	var out []string
	seen := map[string]bool{}
	for _, word := range strings.Fields(plainText(text)) {
		if utf8.RuneCountInString(word) > longestWord {
			word = string([]rune(word)[:longestWord])
		}
		word = english.Stem(word, true)
		if !seen[word] && len(out) < mostWords {
			seen[word] = true
			out = append(out, word)
		}
	}
	return out
}

// plainText is a text in lower case without accents, with a space for everything that is neither letter nor digit.
func plainText(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return unicode.ToLower(r)
		case unicode.Is(unicode.M, r) || r == '\'' || r == '’':
			return -1
		default:
			return ' '
		}
	}, norm.NFKD.String(text))
}

// asked is a person's words as each database's search wants them; "" when there is nothing to look for.
func asked(text string, pg bool) string {
	words := wordsIn(text)
	if len(words) > mostAsked {
		words = words[:mostAsked]
	}
	if !pg {
		return strings.Join(words, " ")
	}
	for i, word := range words {
		words[i] = "'" + word + "'"
	}
	return strings.Join(words, " & ")
}

// findable puts a publication in the search, in a place of its own. When two are made in one microsecond the later takes the next.
func (b *batch) findable(p publishedRow, place int64, text string) error {
	row := publishedWordsRow{Place: place, VersionID: p.VersionID, Words: strings.Join(wordsIn(text), " ")}
	for {
		made := b.tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "place"}}, DoNothing: true}).Create(&row)
		if made.Error != nil {
			return fmt.Errorf("put it in the search: %w", made.Error)
		}
		if made.RowsAffected == 1 {
			return nil
		}
		row.Place++
	}
}

// behind moves what is searched of versions that are replaced behind everything that is in force.
func (b *batch) behind(versions func() *gorm.DB) error {
	for _, found := range []struct {
		row   any
		place string
	}{{&publishedWordsRow{}, "place"}, {&publishedEffectRow{}, "published_at"}, {&publishedCommitteeRow{}, "published_at"}} {
		these := b.tx.Model(found.row).Where("version_id IN (?)", versions().Select("version_id"))
		if err := these.Update(found.place, gorm.Expr(found.place+" - ?", past)).Error; err != nil {
			return fmt.Errorf("move it behind those in force: %w", err)
		}
	}
	return nil
}

// unfindable takes a version that was withdrawn out of the search, by its words, its effects and its committees. It is still found by its
// title, which its page shows.
func (b *batch) unfindable(version eqia.VersionID) error {
	for _, rows := range []any{&publishedWordsRow{}, &publishedEffectRow{}, &publishedCommitteeRow{}} {
		if err := b.tx.Where("version_id = ?", string(version)).Delete(rows).Error; err != nil {
			return fmt.Errorf("take it out of the search: %w", err)
		}
	}
	var gone []publishedRow
	err := b.tx.Select("version_id", "reference", "title", "published_at", "withheld").Where("version_id = ?", string(version)).Limit(1).Find(&gone).Error
	if err != nil || len(gone) == 0 {
		return err
	}
	if gone[0].Withheld {
		gone[0].Title = ""
	}
	return b.findable(gone[0], gone[0].PublishedAt-past, gone[0].Title+" "+gone[0].Reference)
}
