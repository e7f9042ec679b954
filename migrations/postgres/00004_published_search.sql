-- Words of the public register in an index of their own, newest first, so that a search reads what it shows and can reach no draft.
-- +goose Up

CREATE INDEX published_by_reference ON published (reference, standing);

-- Place is the instant of publication in microseconds, made unique. It is the order of the register and the key of the index.
CREATE TABLE published_words (
    place      BIGINT PRIMARY KEY,
    version_id TEXT NOT NULL UNIQUE REFERENCES published (version_id),
    words      TEXT NOT NULL
);

-- The service keeps the stems of words. What is in the register already is found by the words whose stem is the word itself.
INSERT INTO published_words (place, version_id, words)
SELECT published_at + ROW_NUMBER() OVER (PARTITION BY published_at ORDER BY version_id) - 1, version_id,
       TRIM(REGEXP_REPLACE(LOWER(title || ' ' || reference || ' ' || summary), '[^[:alnum:]]+', ' ', 'g'))
FROM published WHERE standing = 'current';

-- The service hands over single words, each once and in lower case, so nothing is left for a parser to read in its own way.
CREATE INDEX published_search ON published_words USING gin (array_to_tsvector(string_to_array(words, ' ')));

-- +goose Down
DROP TABLE published_words;
DROP INDEX published_by_reference;
