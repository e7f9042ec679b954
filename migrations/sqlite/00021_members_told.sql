-- How and when members were told of something that changed after their papers were published, other than by a further edition of the papers.
-- +goose Up
CREATE TABLE members_told (
    id         TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    mark       TEXT NOT NULL,
    way        TEXT NOT NULL CHECK (way IN ('verbal', 'defer')),
    told_at    BIGINT NOT NULL,
    note       TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL
);
CREATE INDEX members_told_by_meeting ON members_told (meeting_id, id);

-- +goose StatementBegin
CREATE TRIGGER what_members_were_told_never_changes BEFORE UPDATE ON members_told
BEGIN
    SELECT RAISE(ABORT, 'what members were told never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER what_members_were_told_never_changes;
DROP TABLE members_told;
