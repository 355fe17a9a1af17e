-- Words are compared without their marks and in lower case, so that "Berzins" finds "Bērziņš".
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

DO $$
BEGIN
    CREATE TEXT SEARCH CONFIGURATION files.plain (COPY = pg_catalog.simple);
    ALTER TEXT SEARCH CONFIGURATION files.plain
        ALTER MAPPING FOR word, asciiword, hword, asciihword, hword_part, hword_asciipart, numword, numhword, hword_numpart
        WITH public.unaccent, pg_catalog.simple;
EXCEPTION WHEN unique_violation OR duplicate_object THEN NULL;
END $$;

ALTER TABLE files.file_text ADD COLUMN IF NOT EXISTS words tsvector
    GENERATED ALWAYS AS (to_tsvector('files.plain', text)) STORED;
CREATE INDEX IF NOT EXISTS ix_file_text_words ON files.file_text USING gin (words);
