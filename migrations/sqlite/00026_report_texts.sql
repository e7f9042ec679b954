-- The equality section that is put in a report before its agenda is published. Each is kept; the newest is what the report says.
-- +goose Up
CREATE TABLE report_texts (
    id                TEXT PRIMARY KEY,
    report_version_id TEXT NOT NULL REFERENCES report_versions (id),
    seq               BIGINT NOT NULL,
    body              TEXT NOT NULL,
    source            TEXT NOT NULL CHECK (source IN ('generated', 'edited')),
    generated_from    TEXT NOT NULL,
    generated_text    TEXT NOT NULL,
    made_at           BIGINT NOT NULL,
    made_by           TEXT NOT NULL,
    UNIQUE (report_version_id, seq)
);

-- +goose StatementBegin
CREATE TRIGGER a_report_text_never_changes BEFORE UPDATE ON report_texts
BEGIN
    SELECT RAISE(ABORT, 'a report text never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER a_report_text_never_changes;
DROP TABLE report_texts;
