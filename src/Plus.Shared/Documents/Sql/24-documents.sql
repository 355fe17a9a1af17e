-- Whether a person's record is being erased now, by the service itself and as two people agreed, or carried as it stands
-- between the working database and the archive. Only then what is kept for good lets go.
CREATE OR REPLACE FUNCTION documents.being_erased(client uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce(access.told(1) = 'system:archive', false) OR coalesce(access.told(1) = 'system:retention', false) AND EXISTS (
        SELECT FROM retention.erasure_item i JOIN retention.erasure e ON e.id = i.erasure_id
        WHERE e.state = 'agreed' AND i.state = 'waiting'
          AND i.person_id IN (client, (SELECT c.merged_into FROM clients.client c WHERE c.id = client)));
END $$;

-- A version is added and never changed; only a merge of two records of one person moves it to the other. After the one
-- that was signed there is none.
CREATE OR REPLACE FUNCTION documents.version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    signed int;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF coalesce(access.told(1) = 'system:archive', false) THEN
            RETURN NEW;
        END IF;
        SELECT d.signed_version INTO signed FROM documents.document d WHERE d.id = NEW.document_id;
        IF signed IS NOT NULL AND NEW.ordinal <> signed THEN
            RAISE EXCEPTION 'A signed document has no further version.';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'client_id' = to_jsonb(OLD) - 'client_id' THEN
        RETURN NEW;
    END IF;
    IF documents.being_erased(OLD.client_id) THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'A version of a document never changes.';
END $$;

DROP TRIGGER IF EXISTS version_stays ON documents.document_version;
CREATE TRIGGER version_stays BEFORE INSERT OR UPDATE OR DELETE ON documents.document_version
    FOR EACH ROW EXECUTE FUNCTION documents.version_stays();

-- What was signed keeps its words, number, day and signature; it only goes on its way. A number once given stays.
CREATE OR REPLACE FUNCTION documents.signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF documents.being_erased(OLD.client_id) THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.number IS NULL AND OLD.signed_version IS NULL THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'A numbered or signed document is not deleted.';
    END IF;
    IF OLD.signed_version IS NOT NULL AND (
        to_jsonb(NEW) - 'client_id' - 'section_id' - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'client_id' - 'section_id' - 'state'
        OR NEW.state NOT IN ('signed', 'sent', 'delivered', 'failed', 'registered'))
    THEN
        RAISE EXCEPTION 'A signed document never changes.';
    END IF;
    IF OLD.ordinal IS NOT NULL AND (NEW.ordinal, NEW.series_year, NEW.nomenclature_id, NEW.number)
        IS DISTINCT FROM (OLD.ordinal, OLD.series_year, OLD.nomenclature_id, OLD.number)
    THEN
        RAISE EXCEPTION 'A number once given stays.';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS signed_stays ON documents.document;
CREATE TRIGGER signed_stays BEFORE UPDATE OR DELETE ON documents.document
    FOR EACH ROW EXECUTE FUNCTION documents.signed_stays();

-- What waits, as the home page asks for it.
CREATE INDEX IF NOT EXISTS ix_document_waits ON documents.document (state)
    WHERE state IN ('draft', 'toBeAgreed', 'agreed', 'toBeSigned', 'signed', 'failed');
