-- Forward plans announce decisions before there is a report, so that an assessment can be asked for in time.
-- +goose Up

CREATE TABLE plan_items (
    id           TEXT PRIMARY KEY,
    identity_key TEXT NOT NULL UNIQUE,
    plan_body    TEXT NOT NULL,
    ref          TEXT NOT NULL,
    title        TEXT NOT NULL,
    summary      TEXT NOT NULL,
    is_key       BOOLEAN NOT NULL,
    access       TEXT NOT NULL CHECK (access IN ('open', 'part_exempt', 'fully_exempt', 'confidential')),
    maker        TEXT NOT NULL,
    decided_on   TEXT NOT NULL,
    period       TEXT NOT NULL,
    consulted    TEXT NOT NULL,
    portfolio    TEXT NOT NULL,
    lead_officer TEXT NOT NULL,
    documents    TEXT NOT NULL,
    edition      TEXT NOT NULL,
    counter      BIGINT NOT NULL
);
CREATE INDEX plan_items_by_date ON plan_items (decided_on, id);

-- +goose Down
DROP TABLE plan_items;
