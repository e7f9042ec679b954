-- When the committee system was asked for its meetings and what came of it, so that a clerk sees since when it has not answered.
-- +goose Up

CREATE TABLE fetches (
    id       TEXT PRIMARY KEY,
    begun_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    good     BOOLEAN NOT NULL,
    says     TEXT NOT NULL,
    meetings BIGINT NOT NULL
);
CREATE INDEX fetches_by_time ON fetches (begun_at, id);

-- +goose Down
DROP TABLE fetches;
