-- Which sections ran in a period: the range as the figures and the caseload ask for it. Annulled ones ran never.
CREATE INDEX IF NOT EXISTS ix_section_running ON cases.section
    USING gist (daterange(opened_on, closed_on, '[]')) WHERE annulled_on IS NULL;
