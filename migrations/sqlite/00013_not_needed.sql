-- The public register can be asked for the records of why no assessment is needed: few among many, found without reading the others.
-- +goose Up
CREATE INDEX published_not_needed ON published (standing, published_at, version_id) WHERE screening;

-- +goose Down
DROP INDEX published_not_needed;
