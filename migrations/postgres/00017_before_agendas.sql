-- Which days the council does not work, work programmes beside forward plans, what a source last said of what was brought in from it (so that
-- a clerk's own words are not written over), and which reports and assessments belong to an item of a plan.
-- +goose Up

CREATE TABLE days_off (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('closure', 'one_off')),
    from_on  TEXT NOT NULL,
    until_on TEXT NOT NULL CHECK (until_on >= from_on),
    made_at  BIGINT NOT NULL,
    made_by  TEXT NOT NULL,
    ended_at BIGINT NOT NULL
);

ALTER TABLE plan_items ADD COLUMN kind TEXT NOT NULL DEFAULT 'forward_plan';
ALTER TABLE plan_items ADD COLUMN first_edition TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN paragraphs TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN lead_email TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN director TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN wards TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN assessments TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN no_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN report TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN aims TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_items ADD COLUMN other TEXT NOT NULL DEFAULT '';

CREATE TABLE imported_rows (
    kind       TEXT NOT NULL CHECK (kind IN ('plan_item', 'meeting', 'agenda_item')),
    target_id  TEXT NOT NULL,
    source     TEXT NOT NULL,
    source_id  TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    raw_hash   TEXT NOT NULL,
    said       TEXT NOT NULL,
    counter    BIGINT NOT NULL,
    PRIMARY KEY (kind, target_id)
);
CREATE UNIQUE INDEX imported_rows_by_source ON imported_rows (kind, source, source_id);

CREATE TABLE plan_matches (
    plan_item_id TEXT NOT NULL REFERENCES plan_items (id),
    report_id    TEXT NOT NULL REFERENCES reports (id),
    verdict      TEXT NOT NULL CHECK (verdict IN ('same', 'other')),
    made_at      BIGINT NOT NULL,
    made_by      TEXT NOT NULL,
    PRIMARY KEY (plan_item_id, report_id)
);

CREATE TABLE plan_assessments (
    plan_item_id  TEXT NOT NULL REFERENCES plan_items (id),
    assessment_id TEXT NOT NULL REFERENCES assessments (id),
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL,
    PRIMARY KEY (plan_item_id, assessment_id)
);

CREATE TABLE imports (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    source     TEXT NOT NULL,
    edition    TEXT NOT NULL,
    raw        TEXT NOT NULL,
    raw_hash   TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL,
    settled_at BIGINT NOT NULL,
    settled_by TEXT NOT NULL,
    outcome    TEXT NOT NULL CHECK (outcome IN ('', 'applied', 'dropped'))
);
CREATE INDEX imports_waiting ON imports (settled_at, made_at);

-- +goose Down
DROP TABLE imports;
DROP TABLE plan_assessments;
DROP TABLE plan_matches;
DROP TABLE imported_rows;
ALTER TABLE plan_items DROP COLUMN other;
ALTER TABLE plan_items DROP COLUMN aims;
ALTER TABLE plan_items DROP COLUMN address;
ALTER TABLE plan_items DROP COLUMN report;
ALTER TABLE plan_items DROP COLUMN no_reason;
ALTER TABLE plan_items DROP COLUMN assessments;
ALTER TABLE plan_items DROP COLUMN wards;
ALTER TABLE plan_items DROP COLUMN director;
ALTER TABLE plan_items DROP COLUMN lead_email;
ALTER TABLE plan_items DROP COLUMN paragraphs;
ALTER TABLE plan_items DROP COLUMN first_edition;
ALTER TABLE plan_items DROP COLUMN kind;
DROP TABLE days_off;
