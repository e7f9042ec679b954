-- What the public may read: a copy made at publication, in tables of its own, so that a public page can reach nothing else.
-- +goose Up

CREATE TABLE published (
    version_id    TEXT PRIMARY KEY REFERENCES versions (id),
    reference     TEXT NOT NULL,
    major         BIGINT NOT NULL,
    minor         BIGINT NOT NULL,
    title         TEXT NOT NULL,
    summary       TEXT NOT NULL,
    kind          TEXT NOT NULL,
    directorate   TEXT NOT NULL,
    service       TEXT NOT NULL,
    screening     BOOLEAN NOT NULL,
    legacy        BOOLEAN NOT NULL,
    profile       TEXT NOT NULL,
    form          TEXT NOT NULL,
    started_on    TEXT NOT NULL, -- the day whose groups the assessment was asked about
    decision_on   TEXT NOT NULL,
    review_due    TEXT NOT NULL,
    signed_on     TEXT NOT NULL,
    signer_role   TEXT NOT NULL,
    digest        TEXT NOT NULL,
    check_code    TEXT NOT NULL,
    content       TEXT NOT NULL,
    published_at  BIGINT NOT NULL,
    standing      TEXT NOT NULL CHECK (standing IN ('current', 'superseded', 'withdrawn')),
    withdrawn_on  TEXT NOT NULL DEFAULT '',
    notice        TEXT NOT NULL DEFAULT '',
    UNIQUE (reference, major, minor)
);
CREATE INDEX published_newest ON published (standing, published_at, version_id);
CREATE INDEX published_by_check_code ON published (check_code);
CREATE INDEX published_by_directorate ON published (directorate, standing, published_at, version_id);

CREATE TABLE published_effects (
    characteristic TEXT NOT NULL,
    effect         TEXT NOT NULL,
    published_at   BIGINT NOT NULL,
    version_id     TEXT NOT NULL REFERENCES published (version_id),
    PRIMARY KEY (characteristic, effect, published_at, version_id)
);
CREATE INDEX published_effects_by_version ON published_effects (version_id);

-- +goose StatementBegin
CREATE FUNCTION a_published_text_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (
        NEW.version_id, NEW.reference, NEW.major, NEW.minor, NEW.title, NEW.summary, NEW.kind, NEW.directorate, NEW.service,
        NEW.screening, NEW.legacy, NEW.profile, NEW.form, NEW.started_on, NEW.decision_on, NEW.review_due, NEW.signed_on,
        NEW.signer_role, NEW.digest, NEW.check_code, NEW.content, NEW.published_at) <> (
        OLD.version_id, OLD.reference, OLD.major, OLD.minor, OLD.title, OLD.summary, OLD.kind, OLD.directorate, OLD.service,
        OLD.screening, OLD.legacy, OLD.profile, OLD.form, OLD.started_on, OLD.decision_on, OLD.review_due, OLD.signed_on,
        OLD.signer_role, OLD.digest, OLD.check_code, OLD.content, OLD.published_at) THEN
        RAISE EXCEPTION 'a published text never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_published_text_never_changes BEFORE UPDATE ON published FOR EACH ROW EXECUTE FUNCTION a_published_text_never_changes();

-- +goose StatementBegin
CREATE FUNCTION a_published_text_is_never_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published text is never removed';
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_published_text_is_never_removed BEFORE DELETE ON published FOR EACH ROW EXECUTE FUNCTION a_published_text_is_never_removed();

-- +goose Down
DROP TABLE published_effects;
DROP TABLE published;
DROP FUNCTION a_published_text_never_changes();
DROP FUNCTION a_published_text_is_never_removed();
