-- A section is carried out by one at a time: of its assignments at most one is open. Asked when the transaction ends, so that
-- one may be closed and the next opened in either order.
DO $$
BEGIN
    ALTER TABLE cases.assignment ADD CONSTRAINT ex_assignment_open
        EXCLUDE USING btree (section_id WITH =) WHERE (valid_to IS NULL) DEFERRABLE INITIALLY DEFERRED;
EXCEPTION WHEN duplicate_object OR duplicate_table THEN NULL;
END $$;
