-- Statements that reached the database past PLUS, as pgAudit wrote them into the server's log, without their values.
CREATE TABLE IF NOT EXISTS audit.statement (
    session_id text NOT NULL,
    line bigint NOT NULL,
    at timestamptz NOT NULL,
    database_role text NOT NULL,
    application_name text NOT NULL,
    address text,
    class text NOT NULL,
    command text NOT NULL,
    object text,
    statement text NOT NULL,
    CONSTRAINT pk_statement PRIMARY KEY (session_id, line)
);
CREATE INDEX IF NOT EXISTS ix_statement_at ON audit.statement (at, session_id, line);

-- The sessions of PLUS's own pool, as the log names them: their statements stand in the audit already.
CREATE TABLE IF NOT EXISTS audit.plus_session (
    session_id text NOT NULL CONSTRAINT pk_plus_session PRIMARY KEY,
    since timestamptz NOT NULL
);

-- A connection of PLUS says so when it is opened; without the mark nobody is believed. The session sees its own beginning,
-- the owner would not.
CREATE OR REPLACE FUNCTION audit.know_session(session text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF audit.is_through() THEN
        DELETE FROM audit.plus_session WHERE since < now() - interval '40 days';
        INSERT INTO audit.plus_session VALUES (session, now()) ON CONFLICT DO NOTHING;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION audit.greet() RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT audit.know_session(to_hex(floor(extract(epoch FROM a.backend_start))::bigint) || '.' || to_hex(a.pid))
    FROM pg_stat_activity a WHERE a.pid = pg_backend_pid() AND a.backend_start IS NOT NULL
$$;

-- Takes lines of the log in; a line that is read again is the same one.
CREATE OR REPLACE FUNCTION audit.take_statements(lines jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken integer;
BEGIN
    INSERT INTO audit.statement
    SELECT l.session_id, l.line, l.at, l.database_role, l.application_name, l.address, l.class, l.command, l.object, l.statement
    FROM jsonb_to_recordset(lines) AS l (session_id text, line bigint, at timestamptz, database_role text,
        application_name text, address text, class text, command text, object text, statement text)
    WHERE NOT EXISTS (SELECT FROM audit.plus_session p WHERE p.session_id = l.session_id)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
END $$;

CALL access.guard('audit.statement', '(SELECT access.holds(''audit''))', 'system');
CALL access.guard('audit.plus_session', '(SELECT access.holds(''audit''))', 'system');

DO $$
BEGIN
    REVOKE ALL ON FUNCTION audit.greet(), audit.know_session(text), audit.take_statements(jsonb) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.greet(), audit.know_session(text), audit.take_statements(jsonb) TO %I', current_setting('plus.app_role'));
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit.statement, audit.plus_session FROM %I', current_setting('plus.app_role'));
END $$;
