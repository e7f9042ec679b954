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
CREATE FUNCTION a_snapshot_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a snapshot never changes';
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_snapshot_never_changes BEFORE UPDATE ON snapshots FOR EACH ROW EXECUTE FUNCTION a_snapshot_never_changes();

-- +goose StatementBegin
CREATE FUNCTION a_snapshot_is_never_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a snapshot is never removed';
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_snapshot_is_never_removed BEFORE DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION a_snapshot_is_never_removed();

-- +goose StatementBegin
CREATE FUNCTION the_audit_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit never changes';
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER the_audit_never_changes BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION the_audit_never_changes();

-- +goose StatementBegin
CREATE FUNCTION the_audit_is_never_cut() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is never cut';
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER the_audit_is_never_cut BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION the_audit_is_never_cut();

-- +goose StatementBegin
CREATE FUNCTION a_comment_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.body <> OLD.body OR NEW.person_id <> OLD.person_id OR NEW.made_at <> OLD.made_at OR NEW.version_id <> OLD.version_id
    OR OLD.sent_at <> 0 AND NEW.sent_at <> OLD.sent_at THEN
        RAISE EXCEPTION 'a comment keeps its words';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_comment_keeps_its_words BEFORE UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION a_comment_keeps_its_words();

-- +goose StatementBegin
CREATE FUNCTION a_signed_answer_is_not_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_answer_is_not_added BEFORE INSERT ON parts FOR EACH ROW EXECUTE FUNCTION a_signed_answer_is_not_added();

-- +goose StatementBegin
CREATE FUNCTION a_signed_answer_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_answer_never_changes BEFORE UPDATE ON parts FOR EACH ROW EXECUTE FUNCTION a_signed_answer_never_changes();

-- +goose StatementBegin
CREATE FUNCTION a_signed_answer_is_not_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_answer_is_not_removed BEFORE DELETE ON parts FOR EACH ROW EXECUTE FUNCTION a_signed_answer_is_not_removed();

-- +goose StatementBegin
CREATE FUNCTION a_contributor_does_not_sign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'signed_off' AND OLD.state <> 'signed_off' AND NOT NEW.legacy AND NEW.allowed <> NEW.signed_by AND EXISTS (
        SELECT 1 FROM parties p JOIN versions v ON v.id = p.version_id
        WHERE v.assessment_id = NEW.assessment_id AND v.major = NEW.major AND p.contributed AND p.person_id = NEW.signed_by) THEN
        RAISE EXCEPTION 'a contributor does not sign';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_contributor_does_not_sign BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION a_contributor_does_not_sign();

-- +goose StatementBegin
CREATE FUNCTION a_signature_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.signed_at <> 0 AND (
        NEW.id, NEW.assessment_id, NEW.major, NEW.minor, NEW.form, NEW.legacy, NEW.title, NEW.kind, NEW.directorate, NEW.service,
        NEW.decision_on, NEW.review_due, NEW.screening, NEW.started_at, NEW.allowed, NEW.allowed_reason, NEW.signed_at,
        NEW.signed_by, NEW.signer_name, NEW.signer_role, NEW.digest, NEW.check_code) <> (
        OLD.id, OLD.assessment_id, OLD.major, OLD.minor, OLD.form, OLD.legacy, OLD.title, OLD.kind, OLD.directorate, OLD.service,
        OLD.decision_on, OLD.review_due, OLD.screening, OLD.started_at, OLD.allowed, OLD.allowed_reason, OLD.signed_at,
        OLD.signed_by, OLD.signer_name, OLD.signer_role, OLD.digest, OLD.check_code) THEN
        RAISE EXCEPTION 'a signature stays';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signature_stays BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION a_signature_stays();

-- +goose StatementBegin
CREATE FUNCTION a_signed_version_never_opens_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.signed_at <> 0 AND NEW.state <> OLD.state AND NOT (OLD.state = 'signed_off' AND NEW.state IN ('superseded', 'withdrawn'))
        AND NOT (OLD.state = 'superseded' AND NEW.state = 'withdrawn') THEN
        RAISE EXCEPTION 'a signed version never opens again';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_version_never_opens_again BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION a_signed_version_never_opens_again();

-- +goose StatementBegin
CREATE FUNCTION a_date_of_publication_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at <> 0 AND NEW.published_at <> OLD.published_at THEN
        RAISE EXCEPTION 'a date of publication stays';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_date_of_publication_stays BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION a_date_of_publication_stays();

-- +goose StatementBegin
CREATE FUNCTION a_comment_on_a_signed_version_is_not_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_comment_on_a_signed_version_is_not_removed BEFORE DELETE ON comments FOR EACH ROW EXECUTE FUNCTION a_comment_on_a_signed_version_is_not_removed();

-- +goose StatementBegin
CREATE FUNCTION a_signed_party_is_not_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_party_is_not_added BEFORE INSERT ON parties FOR EACH ROW EXECUTE FUNCTION a_signed_party_is_not_added();

-- +goose StatementBegin
CREATE FUNCTION a_signed_party_only_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.version_id <> OLD.version_id OR NEW.person_id <> OLD.person_id OR NEW.name <> OLD.name
        OR NEW.relation <> OLD.relation OR NEW.contributed <> OLD.contributed OR NEW.active AND NOT OLD.active)
        AND EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_party_only_leaves BEFORE UPDATE ON parties FOR EACH ROW EXECUTE FUNCTION a_signed_party_only_leaves();

-- +goose StatementBegin
CREATE FUNCTION a_signed_party_is_not_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_party_is_not_removed BEFORE DELETE ON parties FOR EACH ROW EXECUTE FUNCTION a_signed_party_is_not_removed();

-- +goose StatementBegin
CREATE FUNCTION a_signed_effect_is_not_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_effect_is_not_added BEFORE INSERT ON effects FOR EACH ROW EXECUTE FUNCTION a_signed_effect_is_not_added();

-- +goose StatementBegin
CREATE FUNCTION a_signed_effect_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_effect_never_changes BEFORE UPDATE ON effects FOR EACH ROW EXECUTE FUNCTION a_signed_effect_never_changes();

-- +goose StatementBegin
CREATE FUNCTION a_signed_effect_is_not_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off') THEN
        RAISE EXCEPTION 'a signed version never changes';
    END IF;
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_effect_is_not_removed BEFORE DELETE ON effects FOR EACH ROW EXECUTE FUNCTION a_signed_effect_is_not_removed();

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
DROP FUNCTION a_snapshot_never_changes();
DROP FUNCTION a_snapshot_is_never_removed();
DROP FUNCTION the_audit_never_changes();
DROP FUNCTION the_audit_is_never_cut();
DROP FUNCTION a_comment_keeps_its_words();
DROP FUNCTION a_signed_answer_is_not_added();
DROP FUNCTION a_signed_answer_never_changes();
DROP FUNCTION a_signed_answer_is_not_removed();
DROP FUNCTION a_contributor_does_not_sign();
DROP FUNCTION a_signature_stays();
DROP FUNCTION a_signed_version_never_opens_again();
DROP FUNCTION a_date_of_publication_stays();
DROP FUNCTION a_comment_on_a_signed_version_is_not_removed();
DROP FUNCTION a_signed_party_is_not_added();
DROP FUNCTION a_signed_party_only_leaves();
DROP FUNCTION a_signed_party_is_not_removed();
DROP FUNCTION a_signed_effect_is_not_added();
DROP FUNCTION a_signed_effect_never_changes();
DROP FUNCTION a_signed_effect_is_not_removed();
