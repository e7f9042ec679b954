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
CREATE TRIGGER a_public_text_never_changes BEFORE UPDATE ON public_texts
BEGIN
    SELECT RAISE(ABORT, 'a public text never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_public_text_is_never_removed BEFORE DELETE ON public_texts
BEGIN
    SELECT RAISE(ABORT, 'a public text is never removed');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE public_texts;
