-- Committees, their meetings and reports, and which signed version of which assessment was before members, so that it can be shown later.
-- +goose Up

CREATE TABLE committees (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,
    regime   TEXT NOT NULL CHECK (regime IN ('lga1972', 'exec2012')),
    active   BOOLEAN NOT NULL,
    counter  BIGINT NOT NULL
);

CREATE TABLE meetings (
    id           TEXT PRIMARY KEY,
    committee_id TEXT NOT NULL REFERENCES committees (id),
    starts_at    BIGINT NOT NULL,
    venue        TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('provisional', 'confirmed', 'rescheduled', 'cancelled', 'held')),
    agenda_on    TEXT NOT NULL DEFAULT '',
    counter      BIGINT NOT NULL
);
CREATE INDEX meetings_by_time ON meetings (starts_at, id);
CREATE INDEX meetings_by_committee ON meetings (committee_id, starts_at);

CREATE TABLE agenda_items (
    id            TEXT PRIMARY KEY,
    meeting_id    TEXT NOT NULL REFERENCES meetings (id),
    position      BIGINT NOT NULL,
    number_text   TEXT NOT NULL,
    title         TEXT NOT NULL,
    kind          TEXT NOT NULL,
    access        TEXT NOT NULL CHECK (access IN ('open', 'part_exempt', 'fully_exempt', 'confidential')),
    urgent_reason TEXT NOT NULL DEFAULT '',
    counter       BIGINT NOT NULL
);
CREATE INDEX agenda_items_by_meeting ON agenda_items (meeting_id, position, id);

CREATE TABLE report_references_used (
    year BIGINT PRIMARY KEY,
    last BIGINT NOT NULL
);

CREATE TABLE reports (
    id           TEXT PRIMARY KEY,
    reference    TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    author       TEXT NOT NULL DEFAULT '',
    lead_officer TEXT NOT NULL,
    directorate  TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    access       TEXT NOT NULL CHECK (access IN ('open', 'part_exempt', 'fully_exempt', 'confidential')),
    counter      BIGINT NOT NULL
);

CREATE TABLE report_versions (
    id            TEXT PRIMARY KEY,
    report_id     TEXT NOT NULL REFERENCES reports (id),
    no            BIGINT NOT NULL,
    equality_text TEXT NOT NULL,
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL,
    UNIQUE (report_id, no)
);

CREATE TABLE report_points (
    id                TEXT PRIMARY KEY,
    report_version_id TEXT NOT NULL REFERENCES report_versions (id),
    kind              TEXT NOT NULL CHECK (kind IN ('recommendation', 'option')),
    position          BIGINT NOT NULL,
    label             TEXT NOT NULL,
    body              TEXT NOT NULL
);
CREATE INDEX report_points_by_version ON report_points (report_version_id, kind, position);

CREATE TABLE appearances (
    id                TEXT PRIMARY KEY,
    agenda_item_id    TEXT NOT NULL UNIQUE REFERENCES agenda_items (id),
    report_version_id TEXT NOT NULL REFERENCES report_versions (id),
    made_at           BIGINT NOT NULL,
    made_by           TEXT NOT NULL
);
CREATE INDEX appearances_by_report_version ON appearances (report_version_id);

CREATE TABLE expected_assessments (
    appearance_id TEXT NOT NULL REFERENCES appearances (id),
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL,
    PRIMARY KEY (appearance_id, assessment_id)
);
CREATE INDEX expected_assessments_by_assessment ON expected_assessments (assessment_id);

CREATE TABLE assessment_links (
    id                 TEXT PRIMARY KEY,
    appearance_id      TEXT NOT NULL REFERENCES appearances (id),
    assessment_id      TEXT NOT NULL REFERENCES assessments (id),
    version_id         TEXT NOT NULL REFERENCES versions (id),
    relation           TEXT NOT NULL CHECK (relation IN ('appended', 'expressly_referred', 'background_paper', 'relied_on_elsewhere')),
    covers             TEXT NOT NULL CHECK (covers IN ('all', 'some')),
    recommendation_ids TEXT NOT NULL DEFAULT '',
    option_ids         TEXT NOT NULL DEFAULT '',
    note               TEXT NOT NULL DEFAULT '',
    appendix           TEXT NOT NULL DEFAULT '',
    unrated            TEXT NOT NULL DEFAULT '',
    signer_contributed BOOLEAN NOT NULL,
    made_at            BIGINT NOT NULL,
    made_by            TEXT NOT NULL,
    ended_at           BIGINT NOT NULL DEFAULT 0,
    ended_by           TEXT NOT NULL DEFAULT '',
    replaced_by        TEXT NOT NULL DEFAULT '',
    withdrawn_reason   TEXT NOT NULL DEFAULT ''
);
CREATE INDEX assessment_links_by_appearance ON assessment_links (appearance_id, id);
CREATE INDEX assessment_links_by_assessment ON assessment_links (assessment_id, ended_at);
CREATE UNIQUE INDEX assessment_links_once ON assessment_links (appearance_id, version_id) WHERE ended_at = 0;

CREATE TABLE no_assessment_reasons (
    id                 TEXT PRIMARY KEY,
    appearance_id      TEXT NOT NULL REFERENCES appearances (id),
    code               TEXT NOT NULL,
    recommendation_ids TEXT NOT NULL DEFAULT '',
    public_text        TEXT NOT NULL,
    private_note       TEXT NOT NULL,
    relies_on          TEXT NOT NULL DEFAULT '',
    due_on             TEXT NOT NULL DEFAULT '',
    made_at            BIGINT NOT NULL,
    made_by            TEXT NOT NULL,
    agreed_at          BIGINT NOT NULL DEFAULT 0,
    agreed_by          TEXT NOT NULL DEFAULT '',
    agreed_role        TEXT NOT NULL DEFAULT '',
    ended_at           BIGINT NOT NULL DEFAULT 0,
    ended_by           TEXT NOT NULL DEFAULT '',
    counter            BIGINT NOT NULL
);
CREATE INDEX no_assessment_reasons_by_appearance ON no_assessment_reasons (appearance_id, id);

-- +goose StatementBegin
CREATE TRIGGER a_link_points_at_a_signed_version BEFORE INSERT ON assessment_links
WHEN NOT EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.assessment_id = NEW.assessment_id
        AND v.state IN ('signed_off', 'superseded', 'withdrawn')
        AND (v.legacy OR EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = v.id AND s.kind = 'sign_off')))
BEGIN
    SELECT RAISE(ABORT, 'a link points at a signed version');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_link_never_changes BEFORE UPDATE ON assessment_links
WHEN OLD.ended_at <> 0 OR NEW.id <> OLD.id OR NEW.appearance_id <> OLD.appearance_id OR NEW.assessment_id <> OLD.assessment_id
    OR NEW.version_id <> OLD.version_id OR NEW.relation <> OLD.relation OR NEW.covers <> OLD.covers
    OR NEW.recommendation_ids <> OLD.recommendation_ids OR NEW.option_ids <> OLD.option_ids OR NEW.note <> OLD.note
    OR NEW.appendix <> OLD.appendix OR NEW.unrated <> OLD.unrated OR NEW.signer_contributed <> OLD.signer_contributed OR NEW.made_at <> OLD.made_at OR NEW.made_by <> OLD.made_by
BEGIN
    SELECT RAISE(ABORT, 'a link never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_link_is_never_removed BEFORE DELETE ON assessment_links
BEGIN
    SELECT RAISE(ABORT, 'a link is never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_reason_keeps_its_words BEFORE UPDATE ON no_assessment_reasons
WHEN OLD.ended_at <> 0 OR NEW.id <> OLD.id OR NEW.appearance_id <> OLD.appearance_id OR NEW.code <> OLD.code
    OR NEW.recommendation_ids <> OLD.recommendation_ids OR NEW.public_text <> OLD.public_text OR NEW.private_note <> OLD.private_note
    OR NEW.relies_on <> OLD.relies_on OR NEW.due_on <> OLD.due_on OR NEW.made_at <> OLD.made_at OR NEW.made_by <> OLD.made_by
BEGIN
    SELECT RAISE(ABORT, 'a reason keeps its words');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_reason_is_never_removed BEFORE DELETE ON no_assessment_reasons
BEGIN
    SELECT RAISE(ABORT, 'a reason is never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_report_version_never_changes BEFORE UPDATE ON report_versions
BEGIN
    SELECT RAISE(ABORT, 'a report version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_report_point_never_changes BEFORE UPDATE ON report_points
BEGIN
    SELECT RAISE(ABORT, 'a report point never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE no_assessment_reasons;
DROP TABLE assessment_links;
DROP TABLE expected_assessments;
DROP TABLE appearances;
DROP TABLE report_points;
DROP TABLE report_versions;
DROP TABLE reports;
DROP TABLE report_references_used;
DROP TABLE agenda_items;
DROP TABLE meetings;
DROP TABLE committees;
