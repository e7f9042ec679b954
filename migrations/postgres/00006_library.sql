-- The evidence library: facts that assessments rest on, and which version rests on which, so that a fact that is replaced names its users.
-- +goose Up

CREATE TABLE libraries (
    profile TEXT PRIMARY KEY,
    changes BIGINT NOT NULL
);

CREATE TABLE facts (
    id             TEXT PRIMARY KEY,
    profile        TEXT NOT NULL,
    place          BIGINT NOT NULL,
    characteristic TEXT NOT NULL,
    topic          TEXT NOT NULL,
    group_name     TEXT NOT NULL,
    population     TEXT NOT NULL CHECK (population IN ('workforce', 'residents', 'nation')),
    measure        TEXT NOT NULL CHECK (measure IN ('known', 'suppressed', 'not_asked', 'not_published')),
    value          TEXT NOT NULL CHECK ((measure = 'known') = (value <> '')),
    unit           TEXT NOT NULL CHECK (unit IN ('percent', 'people', 'services')),
    base           TEXT NOT NULL,
    dated          TEXT NOT NULL,
    source         TEXT NOT NULL,
    link           TEXT NOT NULL,
    area           TEXT NOT NULL,
    caveat         TEXT NOT NULL,
    gap            TEXT NOT NULL,
    replaced_on    TEXT NOT NULL DEFAULT '',
    replaced_by    TEXT NOT NULL DEFAULT ''
);
CREATE INDEX facts_in_order ON facts (profile, place, id);
CREATE INDEX facts_replaced ON facts (profile, id) WHERE replaced_on <> '';

-- A source of evidence may name a fact of another service's library, so that the fact need not be here.
CREATE TABLE fact_uses (
    version_id TEXT NOT NULL REFERENCES versions (id),
    entry_no   BIGINT NOT NULL,
    fact_id    TEXT NOT NULL,
    PRIMARY KEY (version_id, entry_no)
);
CREATE INDEX fact_uses_by_fact ON fact_uses (fact_id, version_id);

-- +goose Down
DROP TABLE fact_uses;
DROP TABLE facts;
DROP TABLE libraries;
