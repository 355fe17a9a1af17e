-- Whether a note was corrected is asked of each note of a timeline.
CREATE INDEX IF NOT EXISTS ix_entry_corrects ON journal.entry (corrects) WHERE corrects IS NOT NULL;
