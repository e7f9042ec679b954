-- What was put before members and when: editions of an agenda that never change, what a committee did with a report, and what was asked, promised
-- or let pass, so that it can be shown later.
-- +goose Up

ALTER TABLE meetings ADD COLUMN short_notice TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN source_id TEXT NOT NULL DEFAULT '';

ALTER TABLE agenda_items ADD COLUMN paragraphs TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN page_from BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agenda_items ADD COLUMN page_to BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agenda_items ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN source_id TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN twin_of TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_items ADD COLUMN added_at BIGINT NOT NULL DEFAULT 0;

ALTER TABLE reports ADD COLUMN aliases TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN director TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN cabinet_members TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN wards TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN key_decision TEXT NOT NULL DEFAULT '' CHECK (key_decision IN ('', 'yes', 'no'));
ALTER TABLE reports ADD COLUMN key_limb TEXT NOT NULL DEFAULT '' CHECK (key_limb IN ('', 'spend', 'two_wards', 'both', 'none'));
ALTER TABLE reports ADD COLUMN value_pence BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN policy_framework BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE reports ADD COLUMN paragraphs TEXT NOT NULL DEFAULT '';

ALTER TABLE report_versions ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE report_versions ADD COLUMN appendices TEXT NOT NULL DEFAULT '';
ALTER TABLE report_versions ADD COLUMN background TEXT NOT NULL DEFAULT '';
ALTER TABLE report_versions ADD COLUMN equality_source TEXT NOT NULL DEFAULT 'typed' CHECK (equality_source IN ('typed', 'generated', 'edited'));
ALTER TABLE report_versions ADD COLUMN generated_from TEXT NOT NULL DEFAULT '';

ALTER TABLE report_points ADD COLUMN origin TEXT NOT NULL DEFAULT 'officer' CHECK (origin IN ('officer', 'committee_amendment', 'cabinet_amendment', 'motion'));
ALTER TABLE report_points ADD COLUMN status TEXT NOT NULL DEFAULT 'live' CHECK (status IN ('live', 'rejected', 'added'));

ALTER TABLE appearances ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN resolution TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN amendments TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN considered TEXT NOT NULL DEFAULT '' CHECK (considered IN ('', 'discussed', 'noted', 'not_mentioned'));
ALTER TABLE appearances ADD COLUMN minute TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN counter BIGINT NOT NULL DEFAULT 1;

ALTER TABLE assessment_links ADD COLUMN facts TEXT NOT NULL DEFAULT '';

CREATE TABLE agenda_editions (
    id          TEXT PRIMARY KEY,
    meeting_id  TEXT NOT NULL REFERENCES meetings (id),
    seq         BIGINT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('main', 'supplement', 'revised', 'to_follow', 'exempt_pack', 'decisions', 'minutes', 'as_met')),
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    reason      TEXT NOT NULL,
    manifest    TEXT NOT NULL,
    digest      TEXT NOT NULL,
    ruleset     TEXT NOT NULL,
    UNIQUE (meeting_id, seq)
);

CREATE TABLE edition_statements (
    edition_id TEXT NOT NULL REFERENCES agenda_editions (id),
    seq        BIGINT NOT NULL,
    stated_at  BIGINT NOT NULL,
    source     TEXT NOT NULL,
    why        TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL,
    PRIMARY KEY (edition_id, seq)
);

CREATE TABLE clearances (
    id                TEXT PRIMARY KEY,
    report_version_id TEXT NOT NULL REFERENCES report_versions (id),
    role              TEXT NOT NULL CHECK (role IN ('legal_mo', 's151', 'equality', 'portfolio', 'hr', 'climate', 'comms')),
    state             TEXT NOT NULL CHECK (state IN ('asked', 'cleared', 'refused')),
    comment           TEXT NOT NULL,
    made_at           BIGINT NOT NULL,
    made_by           TEXT NOT NULL
);
CREATE INDEX clearances_by_version ON clearances (report_version_id, id);

CREATE TABLE overrides (
    id            TEXT PRIMARY KEY,
    appearance_id TEXT NOT NULL REFERENCES appearances (id),
    rule          TEXT NOT NULL,
    mark          TEXT NOT NULL,
    public_text   TEXT NOT NULL,
    private_note  TEXT NOT NULL,
    agreed_how    TEXT NOT NULL DEFAULT '',
    role          TEXT NOT NULL,
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL,
    confirm_by    TEXT NOT NULL DEFAULT '',
    confirmed_at  BIGINT NOT NULL DEFAULT 0,
    confirmed_by  TEXT NOT NULL DEFAULT '',
    ended_at      BIGINT NOT NULL DEFAULT 0,
    ended_by      TEXT NOT NULL DEFAULT '',
    counter       BIGINT NOT NULL
);
CREATE INDEX overrides_by_appearance ON overrides (appearance_id, id);

CREATE TABLE challenges (
    id            TEXT PRIMARY KEY,
    appearance_id TEXT NOT NULL REFERENCES appearances (id),
    councillor    TEXT NOT NULL,
    channel       TEXT NOT NULL CHECK (channel IN ('before', 'meeting', 'amendment', 'deferral', 'call_in', 'scrutiny')),
    body          TEXT NOT NULL,
    asked_on      TEXT NOT NULL,
    answer        TEXT NOT NULL DEFAULT '',
    led_to        TEXT NOT NULL DEFAULT '' CHECK (led_to IN ('', 'none', 'clarified', 'assessment_reopened', 'amended', 'deferred', 'call_in')),
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL,
    counter       BIGINT NOT NULL
);
CREATE INDEX challenges_by_appearance ON challenges (appearance_id, id);

CREATE TABLE commitments (
    id            TEXT PRIMARY KEY,
    appearance_id TEXT NOT NULL REFERENCES appearances (id),
    body          TEXT NOT NULL,
    owner         TEXT NOT NULL,
    due_on        TEXT NOT NULL DEFAULT '',
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL,
    closed_at     BIGINT NOT NULL DEFAULT 0,
    closed_by     TEXT NOT NULL DEFAULT '',
    closing       TEXT NOT NULL DEFAULT '',
    counter       BIGINT NOT NULL
);
CREATE INDEX commitments_by_appearance ON commitments (appearance_id, id);

CREATE TABLE rule_books (
    id      BIGINT PRIMARY KEY CHECK (id = 1),
    body    TEXT NOT NULL,
    counter BIGINT NOT NULL
);

-- +goose StatementBegin
CREATE TRIGGER an_edition_never_changes BEFORE UPDATE ON agenda_editions
BEGIN
    SELECT RAISE(ABORT, 'an edition never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER an_edition_is_never_removed BEFORE DELETE ON agenda_editions
BEGIN
    SELECT RAISE(ABORT, 'an edition is never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_stated_time_never_changes BEFORE UPDATE ON edition_statements
BEGIN
    SELECT RAISE(ABORT, 'a stated time never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER an_override_keeps_its_words BEFORE UPDATE ON overrides
WHEN OLD.ended_at <> 0 OR NEW.id <> OLD.id OR NEW.appearance_id <> OLD.appearance_id OR NEW.rule <> OLD.rule OR NEW.mark <> OLD.mark
    OR NEW.public_text <> OLD.public_text OR NEW.private_note <> OLD.private_note OR NEW.agreed_how <> OLD.agreed_how OR NEW.role <> OLD.role
    OR NEW.made_at <> OLD.made_at OR NEW.made_by <> OLD.made_by
BEGIN
    SELECT RAISE(ABORT, 'an override keeps its words');
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER an_override_keeps_its_words;
DROP TRIGGER a_stated_time_never_changes;
DROP TRIGGER an_edition_is_never_removed;
DROP TRIGGER an_edition_never_changes;
DROP TABLE rule_books;
DROP TABLE commitments;
DROP TABLE challenges;
DROP TABLE overrides;
DROP TABLE clearances;
DROP TABLE edition_statements;
DROP TABLE agenda_editions;
ALTER TABLE assessment_links DROP COLUMN facts;
ALTER TABLE appearances DROP COLUMN counter;
ALTER TABLE appearances DROP COLUMN minute;
ALTER TABLE appearances DROP COLUMN considered;
ALTER TABLE appearances DROP COLUMN amendments;
ALTER TABLE appearances DROP COLUMN resolution;
ALTER TABLE appearances DROP COLUMN outcome;
ALTER TABLE appearances DROP COLUMN role;
ALTER TABLE report_points DROP COLUMN status;
ALTER TABLE report_points DROP COLUMN origin;
ALTER TABLE report_versions DROP COLUMN generated_from;
ALTER TABLE report_versions DROP COLUMN equality_source;
ALTER TABLE report_versions DROP COLUMN background;
ALTER TABLE report_versions DROP COLUMN appendices;
ALTER TABLE report_versions DROP COLUMN title;
ALTER TABLE reports DROP COLUMN paragraphs;
ALTER TABLE reports DROP COLUMN policy_framework;
ALTER TABLE reports DROP COLUMN value_pence;
ALTER TABLE reports DROP COLUMN key_limb;
ALTER TABLE reports DROP COLUMN key_decision;
ALTER TABLE reports DROP COLUMN wards;
ALTER TABLE reports DROP COLUMN cabinet_members;
ALTER TABLE reports DROP COLUMN director;
ALTER TABLE reports DROP COLUMN aliases;
ALTER TABLE agenda_items DROP COLUMN added_at;
ALTER TABLE agenda_items DROP COLUMN twin_of;
ALTER TABLE agenda_items DROP COLUMN source_id;
ALTER TABLE agenda_items DROP COLUMN source;
ALTER TABLE agenda_items DROP COLUMN page_to;
ALTER TABLE agenda_items DROP COLUMN page_from;
ALTER TABLE agenda_items DROP COLUMN paragraphs;
ALTER TABLE meetings DROP COLUMN source_id;
ALTER TABLE meetings DROP COLUMN source;
ALTER TABLE meetings DROP COLUMN short_notice;
