-- What the viewer asks: by kind over a long time, and by purpose; the other ways have their indexes in the model.
CREATE INDEX IF NOT EXISTS ix_process_type_at ON audit.process (type, at);
CREATE INDEX IF NOT EXISTS ix_view_kind_at ON audit.view (kind, at);
CREATE INDEX IF NOT EXISTS ix_view_purpose_at ON audit.view (purpose, at) WHERE purpose IS NOT NULL;

-- Questions put to the audit: what was typed stays here and never stands in an address. Those with a name are kept.
CREATE TABLE IF NOT EXISTS audit.question (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_question PRIMARY KEY,
    staff_id uuid NOT NULL,
    asked jsonb NOT NULL,
    name text,
    asked_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_question_staff ON audit.question (staff_id, name);

-- Who has seen and changed one client's data: for those who may see the client's page, without what was changed.
-- It runs as the owner, so it asks itself what the database was told of who acts.
CREATE OR REPLACE FUNCTION audit.of_client(client uuid, before_at timestamptz, before_id uuid, most integer)
RETURNS TABLE (id uuid, at timestamptz, source_table text, actor_id uuid, what text, part text, purpose text, address text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH writes AS MATERIALIZED (
        SELECT p.id, p.at, 'process' AS source_table, p.actor_id, p.type AS what, NULL::text AS part, p.reason AS purpose, p.source AS address
        FROM audit.process p WHERE p.client_id = $1 AND (p.at, p.id) < ($2, $3) ORDER BY p.at DESC, p.id DESC LIMIT $4
    ), reads AS MATERIALIZED (
        SELECT v.id, v.at, 'view' AS source_table, v.actor_id, v.kind AS what, v.part, v.purpose, v.source AS address
        FROM audit.view v WHERE v.clients @> ARRAY[$1] AND (v.at, v.id) < ($2, $3)
    )
    SELECT * FROM (SELECT * FROM writes UNION ALL SELECT * FROM reads) both_kinds
    WHERE coalesce(access.told(3), '') ~ ',(all|audit|auditOfClient),'
    ORDER BY 2 DESC, 1 DESC LIMIT $4
$$;

DO $$
BEGIN
    REVOKE ALL ON FUNCTION audit.of_client(uuid, timestamptz, uuid, integer) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.of_client(uuid, timestamptz, uuid, integer) TO %I', current_setting('plus.app_role'));
END $$;
