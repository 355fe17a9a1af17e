-- What the database is for, said once and for good: invented people and real ones never share a database.
CREATE TABLE IF NOT EXISTS kernel.mark (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    kind text NOT NULL CHECK (kind IN ('demo', 'real')),
    since timestamptz NOT NULL DEFAULT now()
);

CREATE OR REPLACE FUNCTION kernel.mark_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The mark of the database (demo or real) cannot be changed.';
END $$;

DROP TRIGGER IF EXISTS mark_stays ON kernel.mark;
CREATE TRIGGER mark_stays BEFORE UPDATE OR DELETE ON kernel.mark FOR EACH ROW EXECUTE FUNCTION kernel.mark_stays();
