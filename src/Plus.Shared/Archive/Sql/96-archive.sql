-- Whether anything lies in the archive: asked before it is known who acts.
CREATE OR REPLACE FUNCTION archive.holds_cases() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT EXISTS (SELECT FROM archive.archived_case) $$;

-- A case in the archive comes back when one of its sections is open, and when its records are merged into another one. What
-- the archive knows of who may see it is renewed after every other change of a section or of the client.
CREATE OR REPLACE FUNCTION archive.section_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE archive.archived_case SET stale = true,
        returns_since = CASE WHEN NEW.closed_on IS NULL AND NEW.annulled_on IS NULL THEN coalesce(returns_since, now()) ELSE returns_since END
    WHERE client_id = NEW.client_id OR case_of = NEW.client_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION archive.client_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE archive.archived_case SET stale = true WHERE client_id = NEW.id;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS archive_section ON cases.section;
CREATE TRIGGER archive_section AFTER INSERT OR UPDATE ON cases.section
    FOR EACH ROW EXECUTE FUNCTION archive.section_changed();
DROP TRIGGER IF EXISTS archive_client ON clients.client;
CREATE TRIGGER archive_client AFTER UPDATE ON clients.client
    FOR EACH ROW EXECUTE FUNCTION archive.client_changed();
