-- The budget round that a saving counts in, beside the other answers that lists filter by, so that the savings of a round can be looked
-- at together.
-- +goose Up
ALTER TABLE versions ADD COLUMN budget_round TEXT NOT NULL DEFAULT '';
CREATE INDEX versions_by_budget_round ON versions (budget_round) WHERE budget_round <> '';

-- +goose StatementBegin
CREATE FUNCTION a_signed_budget_round_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.signed_at <> 0 AND NEW.budget_round <> OLD.budget_round THEN
        RAISE EXCEPTION 'a signature stays';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_signed_budget_round_stays BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION a_signed_budget_round_stays();

-- +goose Down
DROP TRIGGER a_signed_budget_round_stays ON versions;
DROP FUNCTION a_signed_budget_round_stays();
DROP INDEX versions_by_budget_round;
ALTER TABLE versions DROP COLUMN budget_round;
