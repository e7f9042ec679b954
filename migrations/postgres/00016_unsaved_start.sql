-- What is typed to start an assessment with is kept as well: it belongs to a person, and to no version yet.
-- +goose Up
ALTER TABLE unsaved DROP CONSTRAINT unsaved_version_id_fkey;

-- +goose Down
DELETE FROM unsaved WHERE version_id = '';
ALTER TABLE unsaved ADD CONSTRAINT unsaved_version_id_fkey FOREIGN KEY (version_id) REFERENCES versions (id);
