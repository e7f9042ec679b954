-- Words of the public register in an index of their own, newest first, so that a search reads what it shows and can reach no draft.
-- +goose Up

CREATE INDEX published_by_reference ON published (reference, standing);

-- Place is the instant of publication in microseconds, made unique. It is the order of the register and the key of the index.
CREATE TABLE published_words (
    place      INTEGER PRIMARY KEY,
    version_id TEXT NOT NULL UNIQUE REFERENCES published (version_id),
    words      TEXT NOT NULL
);

CREATE VIRTUAL TABLE published_search USING fts4(
    words, content="published_words", order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2"
);

-- +goose StatementBegin
CREATE TRIGGER published_words_leave BEFORE DELETE ON published_words
BEGIN
    DELETE FROM published_search WHERE docid = OLD.place;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER published_words_change BEFORE UPDATE ON published_words
BEGIN
    DELETE FROM published_search WHERE docid = OLD.place;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER published_words_changed AFTER UPDATE ON published_words
BEGIN
    INSERT INTO published_search (docid, words) VALUES (NEW.place, NEW.words);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER published_words_come AFTER INSERT ON published_words
BEGIN
    INSERT INTO published_search (docid, words) VALUES (NEW.place, NEW.words);
END;
-- +goose StatementEnd

-- The service keeps the stems of words. What is in the register already is found by the words whose stem is the word itself.
INSERT INTO published_words (place, version_id, words)
SELECT published_at + ROW_NUMBER() OVER (PARTITION BY published_at ORDER BY version_id) - 1, version_id,
       LOWER(title || ' ' || REPLACE(reference, '-', ' ') || ' ' || summary)
FROM published WHERE standing = 'current';

-- +goose Down
DROP TABLE published_search;
DROP TABLE published_words;
DROP INDEX published_by_reference;
