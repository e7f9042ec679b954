-- The assessments whose authors named the day of a meeting are offered to the clerk who enters its agenda, so they are found by that day.
-- +goose Up
CREATE INDEX versions_by_decision ON versions (decision_on, id);

-- +goose Down
DROP INDEX versions_by_decision;
