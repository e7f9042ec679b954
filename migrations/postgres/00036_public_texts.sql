-- The council's own words of the pages that every footer leads to. Each wording is kept; the newest is what the page says.
-- +goose Up
CREATE TABLE public_texts (
    name    TEXT NOT NULL,
    no      BIGINT NOT NULL,
    body    TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (name, no)
);

-- +goose StatementBegin
CREATE FUNCTION a_public_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a public text is never removed';
    END IF;
    RAISE EXCEPTION 'a public text never changes';
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_public_text_stays BEFORE UPDATE OR DELETE ON public_texts FOR EACH ROW EXECUTE FUNCTION a_public_text_stays();

-- +goose Down
DROP TABLE public_texts;
DROP FUNCTION a_public_text_stays;
