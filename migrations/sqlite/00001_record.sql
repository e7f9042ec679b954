-- The record itself: people, assessments with their versions and answers, comments, snapshots, the hash-chained audit and the outbox.
-- Instants are microseconds since 1970 in UTC, 0 for none; days are YYYY-MM-DD in London, empty for none.
-- +goose Up

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE people (
    id            TEXT PRIMARY KEY,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    disabled      BOOLEAN NOT NULL DEFAULT FALSE,
    demo          BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE roles_held (
    person_id TEXT NOT NULL REFERENCES people (id),
    role      TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    person_id  TEXT NOT NULL REFERENCES people (id),
    made_at    BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE references_used (
    year BIGINT PRIMARY KEY,
    last BIGINT NOT NULL
);

CREATE TABLE assessments (
    id              TEXT PRIMARY KEY,
    reference       TEXT NOT NULL UNIQUE,
    profile         TEXT NOT NULL,
    restricted      BOOLEAN NOT NULL DEFAULT FALSE,
    legacy          BOOLEAN NOT NULL DEFAULT FALSE,
    current_version TEXT NOT NULL DEFAULT '',
    signed_version  TEXT NOT NULL DEFAULT '',
    restricted_by   TEXT NOT NULL DEFAULT '',
    lifted_reason   TEXT NOT NULL DEFAULT ''
);

CREATE TABLE versions (
    id            TEXT PRIMARY KEY,
    assessment_id TEXT NOT NULL REFERENCES assessments (id),
    major         BIGINT NOT NULL,
    minor         BIGINT NOT NULL,
    form          TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'in_review', 'changes_requested', 'signed_off', 'superseded', 'withdrawn')),
    revision      BIGINT NOT NULL,
    legacy        BOOLEAN NOT NULL DEFAULT FALSE,
    title         TEXT NOT NULL DEFAULT '',
    kind          TEXT NOT NULL DEFAULT '',
    directorate   TEXT NOT NULL DEFAULT '',
    service       TEXT NOT NULL DEFAULT '',
    decision_on   TEXT NOT NULL DEFAULT '',
    review_due    TEXT NOT NULL DEFAULT '',
    screening     BOOLEAN NOT NULL DEFAULT FALSE,
    started_at    BIGINT NOT NULL,
    saved_at      BIGINT NOT NULL,
    submitted_at  BIGINT NOT NULL DEFAULT 0,
    submissions   BIGINT NOT NULL DEFAULT 0,
    reviewer      TEXT NOT NULL DEFAULT '',
    allowed       TEXT NOT NULL DEFAULT '',
    allowed_reason TEXT NOT NULL DEFAULT '',
    signed_at     BIGINT NOT NULL DEFAULT 0,
    signed_by     TEXT NOT NULL DEFAULT '',
    signer_name   TEXT NOT NULL DEFAULT '',
    signer_role   TEXT NOT NULL DEFAULT '',
    digest        TEXT NOT NULL DEFAULT '',
    check_code    TEXT NOT NULL DEFAULT '',
    published_at  BIGINT NOT NULL DEFAULT 0,
    reason        TEXT NOT NULL DEFAULT '',
    UNIQUE (assessment_id, major, minor)
);
CREATE INDEX versions_by_state ON versions (state, submitted_at, id);
CREATE UNIQUE INDEX versions_by_check_code ON versions (check_code) WHERE check_code <> '';

CREATE TABLE parts (
    version_id TEXT NOT NULL REFERENCES versions (id),
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    counter    BIGINT NOT NULL,
    body       TEXT NOT NULL,
    saved_at   BIGINT NOT NULL,
    saved_by   TEXT NOT NULL,
    PRIMARY KEY (version_id, kind, name)
);

CREATE TABLE effects (
    version_id     TEXT NOT NULL REFERENCES versions (id),
    characteristic TEXT NOT NULL,
    audience       TEXT NOT NULL,
    option_no      TEXT NOT NULL,
    effect         TEXT NOT NULL CHECK (effect IN ('positive', 'negative', 'unclear', 'neutral')),
    PRIMARY KEY (version_id, characteristic, audience, option_no, effect)
);
CREATE INDEX effects_by_finding ON effects (characteristic, effect, version_id);

CREATE TABLE parties (
    version_id  TEXT NOT NULL REFERENCES versions (id),
    person_id   TEXT NOT NULL,
    name        TEXT NOT NULL,
    relation    TEXT NOT NULL,
    active      BOOLEAN NOT NULL,
    contributed BOOLEAN NOT NULL,
    PRIMARY KEY (version_id, person_id, name)
);
CREATE INDEX parties_by_person ON parties (person_id, active, version_id);

CREATE TABLE comments (
    id          TEXT PRIMARY KEY,
    version_id  TEXT NOT NULL REFERENCES versions (id),
    part_kind   TEXT NOT NULL,
    part_name   TEXT NOT NULL,
    reply_to    TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    person_role TEXT NOT NULL,
    body        TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    sent_at     BIGINT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'answered', 'resolved'))
);
CREATE INDEX comments_by_version ON comments (version_id, id);

CREATE TABLE snapshots (
    version_id TEXT NOT NULL REFERENCES versions (id),
    kind       TEXT NOT NULL CHECK (kind IN ('submit', 'sign_off')),
    no         BIGINT NOT NULL,
    content    TEXT NOT NULL,
    digest     TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    PRIMARY KEY (version_id, kind, no)
);

CREATE TABLE audit (
    seq           BIGINT PRIMARY KEY,
    made_at       BIGINT NOT NULL,
    actor         TEXT NOT NULL,
    kind          TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    version_id    TEXT NOT NULL,
    subject       TEXT NOT NULL,
    detail        TEXT NOT NULL,
    prev          TEXT NOT NULL,
    hash          TEXT NOT NULL
);
CREATE INDEX audit_by_assessment ON audit (assessment_id, seq);

CREATE TABLE outbox (
    seq       BIGINT NOT NULL REFERENCES audit (seq),
    recipient TEXT NOT NULL,
    kind      TEXT NOT NULL,
    reference TEXT NOT NULL,
    made_at   BIGINT NOT NULL,
    sent_at   BIGINT NOT NULL DEFAULT 0,
    tries     BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (seq, recipient)
);
CREATE INDEX outbox_waiting ON outbox (sent_at, made_at);

CREATE TABLE once (
    form_key TEXT PRIMARY KEY,
    result   TEXT NOT NULL,
    made_at  BIGINT NOT NULL
);

-- +goose StatementBegin
CREATE TRIGGER a_snapshot_never_changes BEFORE UPDATE ON snapshots
BEGIN
    SELECT RAISE(ABORT, 'a snapshot never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_snapshot_is_never_removed BEFORE DELETE ON snapshots
BEGIN
    SELECT RAISE(ABORT, 'a snapshot is never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER the_audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER the_audit_is_never_cut BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is never cut');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_comment_keeps_its_words BEFORE UPDATE ON comments
WHEN NEW.body <> OLD.body OR NEW.person_id <> OLD.person_id OR NEW.made_at <> OLD.made_at OR NEW.version_id <> OLD.version_id
    OR OLD.sent_at <> 0 AND NEW.sent_at <> OLD.sent_at
BEGIN
    SELECT RAISE(ABORT, 'a comment keeps its words');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_answer_is_not_added BEFORE INSERT ON parts
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_answer_never_changes BEFORE UPDATE ON parts
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_answer_is_not_removed BEFORE DELETE ON parts
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_contributor_does_not_sign BEFORE UPDATE ON versions
WHEN NEW.state = 'signed_off' AND OLD.state <> 'signed_off' AND NOT NEW.legacy AND NEW.allowed <> NEW.signed_by AND EXISTS (
        SELECT 1 FROM parties p JOIN versions v ON v.id = p.version_id
        WHERE v.assessment_id = NEW.assessment_id AND v.major = NEW.major AND p.contributed AND p.person_id = NEW.signed_by)
BEGIN
    SELECT RAISE(ABORT, 'a contributor does not sign');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signature_stays BEFORE UPDATE ON versions
WHEN OLD.signed_at <> 0 AND (
        NEW.id, NEW.assessment_id, NEW.major, NEW.minor, NEW.form, NEW.legacy, NEW.title, NEW.kind, NEW.directorate, NEW.service,
        NEW.decision_on, NEW.review_due, NEW.screening, NEW.started_at, NEW.allowed, NEW.allowed_reason, NEW.signed_at,
        NEW.signed_by, NEW.signer_name, NEW.signer_role, NEW.digest, NEW.check_code) <> (
        OLD.id, OLD.assessment_id, OLD.major, OLD.minor, OLD.form, OLD.legacy, OLD.title, OLD.kind, OLD.directorate, OLD.service,
        OLD.decision_on, OLD.review_due, OLD.screening, OLD.started_at, OLD.allowed, OLD.allowed_reason, OLD.signed_at,
        OLD.signed_by, OLD.signer_name, OLD.signer_role, OLD.digest, OLD.check_code)
BEGIN
    SELECT RAISE(ABORT, 'a signature stays');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_version_never_opens_again BEFORE UPDATE ON versions
WHEN OLD.signed_at <> 0 AND NEW.state <> OLD.state AND NOT (OLD.state = 'signed_off' AND NEW.state IN ('superseded', 'withdrawn'))
        AND NOT (OLD.state = 'superseded' AND NEW.state = 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never opens again');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_date_of_publication_stays BEFORE UPDATE ON versions
WHEN OLD.published_at <> 0 AND NEW.published_at <> OLD.published_at
BEGIN
    SELECT RAISE(ABORT, 'a date of publication stays');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_version_is_not_put_in_again BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.id AND v.signed_at <> 0)
BEGIN
    SELECT RAISE(ABORT, 'a signature stays');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_snapshot_is_not_put_in_again BEFORE INSERT ON snapshots
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = NEW.kind AND s.no = NEW.no)
BEGIN
    SELECT RAISE(ABORT, 'a snapshot never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER the_audit_is_not_put_in_again BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit a WHERE a.seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the audit never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_comment_is_not_put_in_again BEFORE INSERT ON comments
WHEN EXISTS (SELECT 1 FROM comments c WHERE c.id = NEW.id AND (c.body <> NEW.body OR c.person_id <> NEW.person_id
        OR c.made_at <> NEW.made_at OR c.version_id <> NEW.version_id))
BEGIN
    SELECT RAISE(ABORT, 'a comment keeps its words');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_comment_on_a_signed_version_is_not_removed BEFORE DELETE ON comments
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_party_is_not_added BEFORE INSERT ON parties
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_party_only_leaves BEFORE UPDATE ON parties
WHEN (NEW.version_id <> OLD.version_id OR NEW.person_id <> OLD.person_id OR NEW.name <> OLD.name
        OR NEW.relation <> OLD.relation OR NEW.contributed <> OLD.contributed OR NEW.active AND NOT OLD.active)
        AND EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_party_is_not_removed BEFORE DELETE ON parties
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_effect_is_not_added BEFORE INSERT ON effects
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_effect_never_changes BEFORE UPDATE ON effects
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_signed_effect_is_not_removed BEFORE DELETE ON effects
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE once;
DROP TABLE outbox;
DROP TABLE audit;
DROP TABLE snapshots;
DROP TABLE comments;
DROP TABLE parties;
DROP TABLE effects;
DROP TABLE parts;
DROP TABLE versions;
DROP TABLE assessments;
DROP TABLE references_used;
DROP TABLE sessions;
DROP TABLE roles_held;
DROP TABLE people;
DROP TABLE settings;
