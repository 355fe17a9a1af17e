-- What a person of the service should look at: found by rules, each with its events, kept until there is a verdict.
CREATE TABLE IF NOT EXISTS audit.alarm (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_alarm PRIMARY KEY,
    key text NOT NULL CONSTRAINT uq_alarm_key UNIQUE,
    rule text NOT NULL,
    day date NOT NULL,
    staff_id uuid,
    clients uuid[] NOT NULL,
    events uuid[] NOT NULL,
    source_table text NOT NULL,
    number integer NOT NULL,
    usual numeric(10, 1),
    found_at timestamptz NOT NULL,
    verdict text,
    verdict_reason text,
    decided_by uuid,
    decided_at timestamptz
);
-- What the events do not say: names of tables and functions of the database.
ALTER TABLE audit.alarm ADD COLUMN IF NOT EXISTS detail text;
CREATE INDEX IF NOT EXISTS ix_client_address_place ON clients.client_address (lower(text));
CREATE INDEX IF NOT EXISTS ix_alarm_waiting ON audit.alarm (found_at) WHERE verdict IS NULL;
CREATE INDEX IF NOT EXISTS ix_alarm_day ON audit.alarm (day);

-- A surname without the ending that tells a man's from a woman's.
CREATE OR REPLACE FUNCTION audit.surname_stem(surname text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT regexp_replace(lower(surname), '(is|us|as|s|š|a|e|ē)$', '') $$;

-- Finds alarms of one legal day (Riga). Runs again it finds the same ones: an alarm without a verdict takes the new events in.
CREATE OR REPLACE FUNCTION audit.find_alarms(the_day date, now_at timestamptz, limits jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    low constant timestamptz := the_day::timestamp AT TIME ZONE 'Europe/Riga';
    high constant timestamptz := (the_day + 1)::timestamp AT TIME ZONE 'Europe/Riga';
    before integer;
BEGIN
    SELECT count(*) INTO before FROM audit.alarm;
    CREATE TEMP TABLE IF NOT EXISTS found_alarm (LIKE audit.alarm INCLUDING DEFAULTS) ON COMMIT DROP;
    TRUNCATE found_alarm;

    -- Many more records opened than this person usually opens in a day.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, usual, found_at)
    SELECT 'massViewing/' || t.actor_id || '/' || the_day, 'massViewing', the_day, t.actor_id, t.people, t.events, 'view',
           cardinality(t.people), u.usual, now_at
    FROM (SELECT v.actor_id, array_agg(DISTINCT c) AS people, (array_agg(v.id ORDER BY v.at DESC))[1:200] AS events
          FROM audit.view v CROSS JOIN unnest(v.clients) c
          WHERE v.kind = 'consult' AND v.at >= low AND v.at < high AND v.actor_id IS NOT NULL
          GROUP BY v.actor_id HAVING count(DISTINCT c) >= (limits -> 'massViewing' ->> 'people')::int) t
    CROSS JOIN LATERAL (
        SELECT coalesce(avg(d.people), 0)::numeric(10, 1) AS usual FROM (
            SELECT count(DISTINCT c) AS people FROM audit.view v CROSS JOIN unnest(v.clients) c
            WHERE v.actor_id = t.actor_id AND v.kind = 'consult'
              AND v.at >= low - (limits -> 'massViewing' ->> 'days')::int * interval '1 day' AND v.at < low
            GROUP BY (v.at AT TIME ZONE 'Europe/Riga')::date) d) u
    WHERE cardinality(t.people) > u.usual * (limits -> 'massViewing' ->> 'times')::numeric;

    -- Records opened at night.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'nightWork/' || v.actor_id || '/' || the_day, 'nightWork', the_day, v.actor_id,
           (array_agg(DISTINCT c))[1:500], (array_agg(DISTINCT v.id))[1:200], 'view', count(DISTINCT v.id), now_at
    FROM audit.view v CROSS JOIN unnest(v.clients) c
    WHERE v.at >= low AND v.at < high AND v.actor_id IS NOT NULL
      AND (extract(hour FROM v.at AT TIME ZONE 'Europe/Riga') >= (limits -> 'nightWork' ->> 'fromHour')::int
           OR extract(hour FROM v.at AT TIME ZONE 'Europe/Riga') < (limits -> 'nightWork' ->> 'toHour')::int)
    GROUP BY v.actor_id HAVING count(DISTINCT v.id) >= (limits -> 'nightWork' ->> 'events')::int;

    -- Persons opened one by one in the day: what the next rules look at.
    CREATE TEMP TABLE IF NOT EXISTS opened_record (actor_id uuid, client_id uuid, events uuid[]) ON COMMIT DROP;
    TRUNCATE opened_record;
    INSERT INTO opened_record
    SELECT v.actor_id, c, (array_agg(v.id ORDER BY v.at DESC))[1:200]
    FROM audit.view v CROSS JOIN unnest(v.clients) c
    WHERE v.kind = 'consult' AND v.at >= low AND v.at < high AND v.actor_id IS NOT NULL
    GROUP BY 1, 2;

    -- A client with the employee's own surname who is not in the employee's care.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'relative/' || o.actor_id || '/' || o.client_id || '/' || the_day, 'relative', the_day, o.actor_id,
           ARRAY[o.client_id], o.events, 'view', cardinality(o.events), now_at
    FROM opened_record o
    JOIN access.staff s ON s.id = o.actor_id
    JOIN clients.client c ON c.id = o.client_id
    WHERE (audit.surname_stem(c.surname) = audit.surname_stem(s.surname) OR EXISTS (
              SELECT FROM clients.client_name n WHERE n.client_id = c.id AND audit.surname_stem(n.surname) = audit.surname_stem(s.surname))
           OR EXISTS (SELECT FROM clients.related_person n
                      WHERE n.client_id = c.id AND audit.surname_stem(n.surname) = audit.surname_stem(s.surname)))
      AND NOT EXISTS (SELECT FROM cases.section x WHERE x.client_id = c.id AND x.manager_id = s.id);

    -- A client who lives where somebody with the employee's surname is known to live: relatives' and namesakes' addresses.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'relativeAddress/' || o.actor_id || '/' || o.client_id || '/' || the_day, 'relativeAddress', the_day, o.actor_id,
           ARRAY[o.client_id], o.events, 'view', cardinality(o.events), now_at
    FROM opened_record o
    JOIN access.staff s ON s.id = o.actor_id
    WHERE EXISTS (
              SELECT FROM clients.client_address a
              JOIN clients.client_address b ON lower(b.text) = lower(a.text) AND b.client_id <> a.client_id
              JOIN clients.client n ON n.id = b.client_id
              WHERE a.client_id = o.client_id AND a.text <> '' AND audit.surname_stem(n.surname) = audit.surname_stem(s.surname))
      AND NOT EXISTS (SELECT FROM cases.section x WHERE x.client_id = o.client_id AND x.manager_id = s.id);

    -- A client who bears the name of somebody who works here.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'colleague/' || o.actor_id || '/' || o.client_id || '/' || the_day, 'colleague', the_day, o.actor_id,
           ARRAY[o.client_id], o.events, 'view', cardinality(o.events), now_at
    FROM opened_record o
    JOIN clients.client c ON c.id = o.client_id
    WHERE EXISTS (SELECT FROM access.staff s WHERE lower(s.given_name) = lower(c.given_name) AND lower(s.surname) = lower(c.surname))
      AND NOT EXISTS (SELECT FROM cases.section x WHERE x.client_id = c.id AND x.manager_id = o.actor_id);

    -- Several records that were never in the employee's care and in which the employee has done nothing.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'neverAssigned/' || o.actor_id || '/' || the_day, 'neverAssigned', the_day, o.actor_id,
           array_agg(o.client_id), (array_agg(o.events[1]))[1:200], 'view', count(*), now_at
    FROM opened_record o
    WHERE NOT EXISTS (SELECT FROM cases.section x WHERE x.client_id = o.client_id AND x.manager_id = o.actor_id)
      AND NOT EXISTS (SELECT FROM cases.section x JOIN cases.assignment a ON a.section_id = x.id
                      WHERE x.client_id = o.client_id AND a.manager_id = o.actor_id)
      AND NOT EXISTS (SELECT FROM audit.process p WHERE p.client_id = o.client_id AND p.actor_id = o.actor_id)
    GROUP BY o.actor_id HAVING count(*) >= (limits -> 'neverAssigned' ->> 'people')::int;

    -- Much taken out as files.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'exports/' || v.actor_id || '/' || the_day, 'exports', the_day, v.actor_id,
           (array_agg(DISTINCT c))[1:500], (array_agg(DISTINCT v.id))[1:200], 'view', count(DISTINCT c), now_at
    FROM audit.view v CROSS JOIN unnest(v.clients) c
    WHERE v.kind = 'disclose' AND v.at >= low AND v.at < high AND v.actor_id IS NOT NULL
    GROUP BY v.actor_id
    HAVING count(DISTINCT c) >= (limits -> 'exports' ->> 'people')::int OR count(DISTINCT v.id) >= (limits -> 'exports' ->> 'files')::int;

    -- The same person opens closed records by emergency again and again.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'breakGlass/' || p.actor_id || '/' || the_day, 'breakGlass', the_day, p.actor_id,
           coalesce(array_agg(DISTINCT p.client_id) FILTER (WHERE p.client_id IS NOT NULL), '{}'),
           (array_agg(p.id ORDER BY p.at DESC))[1:200], 'process', count(*), now_at
    FROM audit.process p
    WHERE p.type = 'access.openingAsked' AND p.actor_id IS NOT NULL AND p.at < high
      AND p.at >= low - (limits -> 'breakGlass' ->> 'days')::int * interval '1 day'
    GROUP BY p.actor_id
    HAVING count(*) >= (limits -> 'breakGlass' ->> 'events')::int AND max(p.at) >= low;

    -- The same person meets bans again and again: an address may be hunted for by trying.
    INSERT INTO found_alarm (key, rule, day, staff_id, clients, events, source_table, number, found_at)
    SELECT 'banHunt/' || p.actor_id || '/' || the_day, 'banHunt', the_day, p.actor_id,
           array_agg(DISTINCT p.client_id), (array_agg(p.id ORDER BY p.at DESC))[1:200], 'process', count(*), now_at
    FROM audit.process p
    WHERE p.type = 'obligations.banAnswered' AND p.values ->> 'known' = 'no' AND p.client_id IS NOT NULL
      AND p.actor_id IS NOT NULL AND p.at >= low AND p.at < high
    GROUP BY p.actor_id
    HAVING count(*) >= (limits -> 'banHunt' ->> 'events')::int;

    PERFORM audit.find_outside(the_day, now_at);

    INSERT INTO audit.alarm AS a SELECT * FROM found_alarm
    ON CONFLICT (key) DO UPDATE SET clients = excluded.clients, events = excluded.events, number = excluded.number
    WHERE a.verdict IS NULL AND a.number <> excluded.number;
    RETURN (SELECT count(*) FROM audit.alarm) - before;
END $$;

-- Changes from outside, one alarm for each transaction; asked every minute.
CREATE OR REPLACE FUNCTION audit.find_outside(the_day date, now_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made integer;
BEGIN
    INSERT INTO audit.alarm (key, rule, day, clients, events, source_table, number, found_at)
    SELECT 'outside/' || (array_agg(o.id ORDER BY o.at, o.id))[1], 'outside', the_day,
           coalesce(array_agg(DISTINCT o.client_id) FILTER (WHERE o.client_id IS NOT NULL), '{}'),
           (array_agg(o.id ORDER BY o.at, o.id))[1:200], 'outside', count(*), now_at
    FROM audit.outside o
    WHERE o.at >= clock_timestamp() - interval '2 days'
    GROUP BY o.xid
    ON CONFLICT (key) DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END $$;

-- The watch over changes from outside was touched: said once a day for the same places.
CREATE OR REPLACE FUNCTION audit.tell_unwatched(the_day date, now_at timestamptz, places text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made integer;
BEGIN
    INSERT INTO audit.alarm (key, rule, day, clients, events, source_table, number, found_at, detail)
    VALUES ('unwatched/' || the_day || '/' || md5(places), 'unwatched', the_day, '{}', '{}', 'outside',
        cardinality(string_to_array(places, ', ')), now_at, places)
    ON CONFLICT (key) DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END $$;

DO $$
BEGIN
    REVOKE ALL ON FUNCTION audit.find_alarms(date, timestamptz, jsonb), audit.find_outside(date, timestamptz),
        audit.tell_unwatched(date, timestamptz, text) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.find_alarms(date, timestamptz, jsonb), audit.find_outside(date, timestamptz), '
        'audit.tell_unwatched(date, timestamptz, text) TO %I', current_setting('plus.app_role'));
    EXECUTE format('REVOKE INSERT, DELETE, TRUNCATE ON audit.alarm FROM %I', current_setting('plus.app_role'));
END $$;
