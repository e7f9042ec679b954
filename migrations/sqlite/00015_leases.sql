-- Timed work, such as reminders, is done by one copy of the service at a time: whoever takes its lease.
-- +goose Up
CREATE TABLE leases (
    name       TEXT PRIMARY KEY,
    held_until BIGINT NOT NULL
);

-- +goose Down
DROP TABLE leases;
