-- A lead who takes an urgent mark back says why, for those who work on the assessment.
-- +goose Up
ALTER TABLE versions ADD COLUMN urgent_ended TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE versions DROP COLUMN urgent_ended;
