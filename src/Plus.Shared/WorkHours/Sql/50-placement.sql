-- Two placements of a client may follow one another and never overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

DO $$
BEGIN
    ALTER TABLE work_hours.placement ADD CONSTRAINT ex_placement_overlap
        EXCLUDE USING gist (section_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
EXCEPTION WHEN duplicate_object OR duplicate_table THEN NULL;
END $$;
