-- Which sections ran in a period: the range as the figures and the caseload ask for it. Annulled ones ran never.
CREATE INDEX IF NOT EXISTS ix_section_running ON cases.section
    USING gist (daterange(opened_on, closed_on, '[]')) WHERE annulled_on IS NULL;

-- When sections were opened and closed, by function and office, without reading the sections: every year's totals.
CREATE INDEX IF NOT EXISTS ix_section_years ON cases.section (function, opened_on, closed_on)
    INCLUDE (office_id) WHERE annulled_on IS NULL;

-- The few that were annulled, to be left out of what is added up by section.
CREATE INDEX IF NOT EXISTS ix_section_annulled ON cases.section (id) WHERE annulled_on IS NOT NULL;
