-- What was found in the packs that members were sent, so that a record of publication can say what was in the file and not only what was linked.
-- +goose Up
CREATE TABLE pack_checks (
    id         TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    edition_id TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('public', 'exempt')),
    sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes      BIGINT NOT NULL,
    body       TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL
);
CREATE INDEX pack_checks_by_meeting ON pack_checks (meeting_id, made_at, id);

-- +goose StatementBegin
CREATE TRIGGER a_pack_check_never_changes BEFORE UPDATE ON pack_checks
BEGIN
    SELECT RAISE(ABORT, 'a pack check never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER a_pack_check_never_changes;
DROP TABLE pack_checks;
