-- An item that is taken in private can forbid saying that there is an assessment with it.
-- +goose Up
ALTER TABLE agenda_items ADD COLUMN silent BOOLEAN NOT NULL DEFAULT FALSE;

-- +goose Down
ALTER TABLE agenda_items DROP COLUMN silent;
