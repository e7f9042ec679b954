-- Which committee had a published assessment before it, so that the register can be narrowed to one; and versions that were replaced are
-- found again, behind those in force: their rows in the search and among the effects keep their order, moved far below zero.
-- +goose Up

-- A row says that a link was made once. Whether the public may know of it is asked of the meeting, the item and the report each time.
CREATE TABLE published_committees (
    committee_id  TEXT NOT NULL REFERENCES committees (id),
    published_at  BIGINT NOT NULL,
    version_id    TEXT NOT NULL REFERENCES published (version_id),
    assessment_id TEXT NOT NULL REFERENCES assessments (id),
    PRIMARY KEY (committee_id, published_at, version_id)
);
CREATE INDEX published_committees_by_version ON published_committees (version_id, committee_id);

INSERT INTO published_committees (committee_id, published_at, version_id, assessment_id)
SELECT DISTINCT m.committee_id, p.published_at - CASE p.standing WHEN 'current' THEN 0 ELSE 4611686018427387904 END, p.version_id, v.assessment_id
FROM published p
JOIN versions v ON v.id = p.version_id
JOIN assessment_links l ON l.assessment_id = v.assessment_id
JOIN appearances a ON a.id = l.appearance_id
JOIN agenda_items i ON i.id = a.agenda_item_id
JOIN meetings m ON m.id = i.meeting_id
WHERE p.standing <> 'withdrawn';

-- What was replaced before today is found by the words whose stem is the word itself, and not by its effects.
INSERT INTO published_words (place, version_id, words)
SELECT published_at - 4611686018427387904 + ROW_NUMBER() OVER (PARTITION BY published_at ORDER BY version_id) - 1, version_id,
       LOWER(title || ' ' || REPLACE(reference, '-', ' ') || ' ' || summary)
FROM published WHERE standing = 'superseded';

-- +goose Down
DELETE FROM published_words WHERE place < 0;
DELETE FROM published_effects WHERE published_at < 0;
DROP TABLE published_committees;
