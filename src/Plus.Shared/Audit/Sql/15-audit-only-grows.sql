-- What was done and seen is added to and never changed: the application's role cannot, and even its owner has to take
-- the trigger away first. Who does that is found by the seals.
DO $$
BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit.process, audit.view FROM %I', current_setting('plus.app_role'));
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit.outside FROM %I', current_setting('plus.app_role'));
END $$;

CREATE OR REPLACE FUNCTION audit.only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- An erasure that two people agreed on takes words out and nothing else (retention.reduce_audit).
    IF TG_OP = 'UPDATE' AND current_setting('audit.reducing', true) = 'yes' AND NEW.id = OLD.id AND NEW.at = OLD.at THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The audit only grows.';
END $$;

DROP TRIGGER IF EXISTS only_grows ON audit.process;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON audit.process FOR EACH ROW EXECUTE FUNCTION audit.only_grows();

DROP TRIGGER IF EXISTS only_grows ON audit.view;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON audit.view FOR EACH ROW EXECUTE FUNCTION audit.only_grows();

DROP TRIGGER IF EXISTS only_grows ON audit.outside;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON audit.outside FOR EACH ROW EXECUTE FUNCTION audit.only_grows();
