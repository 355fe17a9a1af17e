-- The second wall: who acts is told to the database with every statement or transaction (access.enter), sealed with a key
-- that the application's role cannot read, and what was not told so sees nothing. The first wall, the queries, reads the same lists.
CREATE OR REPLACE PROCEDURE access.enter(reach text) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('plus.reach', reach, true);
END $$;

DO $$
BEGIN
    CREATE TYPE access.reach AS (
        staff uuid, everywhere boolean, sexual_offence boolean, minors boolean,
        offices uuid[], managers uuid[], granted uuid[], forbidden uuid[], grown date);
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

-- The key that reaches are sealed with, mixed into the two blocks of HMAC. Nobody but the owner reads it.
CREATE TABLE IF NOT EXISTS kernel.wall_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), inner_block bytea NOT NULL, outer_block bytea NOT NULL);

DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON kernel.wall_key FROM %I', current_setting('plus.app_role'));
END $$;

-- What was told, when its seal is PLUS's and was made for this connection; null otherwise, so that a reach which somebody
-- merely says opens nothing. Not for parallel workers, whose number is another one: policies ask it once, in the leader.
CREATE OR REPLACE FUNCTION access.reach_told() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    said text := current_setting('plus.reach', true);
BEGIN
    IF said IS NULL OR said = '' THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT substr(said, 66) FROM kernel.wall_key k
            WHERE left(said, 65) = encode(sha256(k.outer_block || sha256(k.inner_block
                || convert_to(pg_backend_pid() || substr(said, 65), 'UTF8'))), 'hex') || '|');
END $$;

-- actor | person | words | offices | managers | granted clients | forbidden clients | today
CREATE OR REPLACE FUNCTION access.told(part int) RETURNS text LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
SELECT nullif(split_part(access.reach_told(), '|', part), '')
$$;

CREATE OR REPLACE FUNCTION access.holds(word text) RETURNS boolean LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
SELECT coalesce(strpos(split_part(access.reach_told(), '|', 3), ',' || word || ',') > 0, false)
$$;

CREATE OR REPLACE FUNCTION access.me() RETURNS uuid LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
SELECT access.told(2)::uuid
$$;

-- What was told, taken apart once for a statement; null when nothing was. Whoever was born after the day grown is a child.
CREATE OR REPLACE FUNCTION access.my_reach() RETURNS access.reach LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$
DECLARE
    parts text[] := string_to_array(access.reach_told(), '|');
BEGIN
    IF parts IS NULL OR cardinality(parts) < 8 THEN
        RETURN NULL;
    END IF;
    RETURN ROW (nullif(parts[2], '')::uuid, strpos(parts[3], ',everywhere,') > 0, strpos(parts[3], ',sexualOffence,') > 0,
                strpos(parts[3], ',minors,') > 0, parts[4]::uuid[], parts[5]::uuid[], parts[6]::uuid[], parts[7]::uuid[],
                (parts[8]::date - interval '18 years')::date)::access.reach;
END $$;

-- The offices of which everything is seen, with nothing to take away; null when something is, so that each row is asked.
CREATE OR REPLACE FUNCTION access.clear_offices() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$
DECLARE
    parts text[] := string_to_array(access.reach_told(), '|');
BEGIN
    IF parts[7] = '{}' AND strpos(parts[3], ',sexualOffence,') > 0 AND strpos(parts[3], ',minors,') > 0 THEN
        RETURN parts[4]::uuid[];
    END IF;
    RETURN NULL;
END $$;

-- Whether a client is within reach: by a section, or entered by hand by oneself and without one yet. It asks the tables
-- with the owner's rights, so that their policies do not ask for themselves.
CREATE OR REPLACE FUNCTION access.sees(client uuid, r access.reach) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER COST 500 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (client <> ALL (r.forbidden)) IS NOT TRUE THEN
        RETURN false;
    END IF;
    IF client = ANY (r.granted) THEN
        RETURN true;
    END IF;
    RETURN EXISTS (
        SELECT FROM cases.section s
        WHERE s.client_id = client
          AND (r.everywhere OR s.office_id = ANY (r.offices) OR s.manager_id = ANY (r.managers))
          AND (NOT s.sexual_offence OR r.sexual_offence OR s.manager_id = ANY (r.managers))
          AND (r.minors OR s.manager_id = ANY (r.managers)
               OR EXISTS (SELECT FROM clients.client c WHERE c.id = client AND c.birth_date <= r.grown))
    ) OR EXISTS (
        SELECT FROM clients.client c
        WHERE c.id = client AND c.entered_by = ANY (r.managers)
          AND NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id)
    );
END $$;

-- Whether a section is: its client is, and its offence is not too much.
CREATE OR REPLACE FUNCTION access.sees_section(client uuid, manager uuid, office uuid, sexual_offence boolean, r access.reach)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER COST 500 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (client <> ALL (r.forbidden)) IS NOT TRUE THEN
        RETURN false;
    END IF;
    IF client = ANY (r.granted) OR manager = ANY (r.managers) THEN
        RETURN true;
    END IF;
    IF sexual_offence AND NOT r.sexual_offence THEN
        RETURN false;
    END IF;
    IF r.minors AND (r.everywhere OR office = ANY (r.offices)) THEN
        RETURN true;
    END IF;
    RETURN access.sees(client, r);
END $$;

-- Gives a table its policy: one for everything, in place of whatever stood there under the name. A word says who sees
-- all of it: 'all' for records of clients, 'system' where that needs more than the widest scope.
CREATE OR REPLACE PROCEDURE access.guard(guarded regclass, rule text, word text DEFAULT 'all') LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('DROP POLICY IF EXISTS reach ON %s', guarded);
    EXECUTE format('CREATE POLICY reach ON %s USING ((SELECT access.holds(%L)) OR %s)', guarded, word, rule);
END $$;

REVOKE ALL ON PROCEDURE access.guard(regclass, text, text) FROM PUBLIC;
