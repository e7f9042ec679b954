-- A recommendation or an option whose words stay the same from one version of a report to the next stays the same point, so that what covers it still
-- does. Since when it has these words tells which links knew of it.
-- +goose Up
ALTER TABLE report_points ADD COLUMN point_id TEXT NOT NULL DEFAULT '';
ALTER TABLE report_points ADD COLUMN since BIGINT NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE report_points DROP COLUMN since;
ALTER TABLE report_points DROP COLUMN point_id;
