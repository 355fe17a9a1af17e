-- The seals: which event is the how-manieth of its chain, and the chain's running SHA-256 after it. Events themselves are
-- never touched by sealing. One row seals the events that one pass of the sealer found for a chain.
CREATE TABLE IF NOT EXISTS audit.seal (
    chain text NOT NULL,
    first bigint NOT NULL,
    ids uuid[] NOT NULL,
    hashes bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    earliest timestamptz NOT NULL,
    latest timestamptz NOT NULL,
    -- Transaction numbers, meaningful only in the database cluster that is named.
    cluster text NOT NULL,
    highest bigint NOT NULL,
    horizon bigint NOT NULL,
    CONSTRAINT pk_seal PRIMARY KEY (chain, first)
);
CREATE INDEX IF NOT EXISTS ix_seal_highest ON audit.seal (highest);

DROP TRIGGER IF EXISTS only_grows ON audit.seal;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON audit.seal FOR EACH ROW EXECUTE FUNCTION audit.only_grows();

-- An event as the one line of text that is sealed: JSON as jsonb writes it, names by length and then by letters. Put together
-- by hand where events are many, for jsonb_build_object looks up the type of each of its parts, which costs more than the
-- hash. A column that is added later joins it only where it has a value, so that the lines of older events stay as they were.
CREATE OR REPLACE FUNCTION audit.instant(at timestamptz) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

CREATE OR REPLACE FUNCTION audit.line(e audit.process) RETURNS text LANGUAGE sql STABLE
AS $$
    SELECT '{"at": "' || audit.instant(e.at)
        || '", "id": "' || e.id
        || '", "type": ' || to_json(e.type)
        || ', "event": "process", "on_day": "' || to_char(e.on_day, 'YYYY-MM-DD')
        || '", "reason": ' || coalesce(to_json(e.reason)::text, 'null')
        || ', "source": ' || to_json(e.source)
        || ', "values": ' || coalesce(e.values::text, 'null')
        || ', "changes": ' || coalesce(e.changes::text, 'null')
        || ', "actor_id": ' || coalesce('"' || e.actor_id || '"', 'null')
        || ', "client_id": ' || coalesce('"' || e.client_id || '"', 'null')
        || ', "section_id": ' || coalesce('"' || e.section_id || '"', 'null')
        || ', "subject_id": ' || coalesce('"' || e.subject_id || '"', 'null')
        || ', "legal_basis": ' || coalesce(to_json(e.legal_basis)::text, 'null')
        || ', "on_timeline": ' || e.on_timeline || '}'
$$;

CREATE OR REPLACE FUNCTION audit.line(e audit.view) RETURNS text LANGUAGE sql STABLE
AS $$
    SELECT '{"at": "' || audit.instant(e.at)
        || '", "id": "' || e.id
        || '", "kind": ' || to_json(e.kind)
        || ', "part": ' || to_json(e.part)
        || ', "event": "view", "source": ' || to_json(e.source)
        || ', "clients": [' || coalesce('"' || nullif(array_to_string(e.clients, '", "'), '') || '"', '')
        || '], "purpose": ' || coalesce(to_json(e.purpose)::text, 'null')
        || ', "actor_id": ' || coalesce('"' || e.actor_id || '"', 'null')
        || ', "section_id": ' || coalesce('"' || e.section_id || '"', 'null') || '}'
$$;

CREATE OR REPLACE FUNCTION audit.line(e audit.outside) RETURNS text LANGUAGE sql STABLE
AS $$
    SELECT jsonb_build_object('event', 'outside', 'id', e.id, 'at', audit.instant(e.at), 'table_name', e.table_name,
        'kind', e.kind, 'database_role', e.database_role, 'application_name', e.application_name, 'address', e.address,
        'client_id', e.client_id, 'before', e.before, 'after', e.after, 'statement', e.statement)::text
$$;

-- The cluster whose transaction numbers the rows carry: a backup that is restored elsewhere begins with other ones.
CREATE OR REPLACE FUNCTION audit.cluster() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT system_identifier::text FROM pg_control_system() $$;

DO $$
BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit.seal FROM %I', current_setting('plus.app_role'));
END $$;
