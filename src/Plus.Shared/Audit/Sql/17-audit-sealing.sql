-- Events of a part of the audit that have no seal yet, in the order in which they are sealed. Its plans are made once for a
-- connection: to plan over every month takes many times as long as to find what a second brought. A part's statement stands
-- for itself, since only a statement without variable names is kept. only_of: the cluster of the seals to look at, null for all.
CREATE OR REPLACE FUNCTION audit.unsealed(part text, since bigint, only_of text)
RETURNS TABLE (id uuid, at timestamptz, xid bigint, lane integer, line text)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
    IF part = 'process' THEN
        RETURN QUERY SELECT e.id, e.at, e.xid::text::bigint, get_byte(uuid_send(e.id), 15) % 4, audit.line(e) FROM audit.process e
            WHERE e.xid >= (since::text)::xid8 AND NOT EXISTS (
                SELECT FROM (SELECT unnest(s.ids) AS id FROM audit.seal s
                    WHERE s.chain LIKE 'process/%' AND s.highest >= since AND (only_of IS NULL OR s.cluster = only_of)) done
                WHERE done.id = e.id)
            ORDER BY 4, e.at, e.id;
    ELSIF part = 'view' THEN
        RETURN QUERY SELECT e.id, e.at, e.xid::text::bigint, get_byte(uuid_send(e.id), 15) % 4, audit.line(e) FROM audit.view e
            WHERE e.xid >= (since::text)::xid8 AND NOT EXISTS (
                SELECT FROM (SELECT unnest(s.ids) AS id FROM audit.seal s
                    WHERE s.chain LIKE 'view/%' AND s.highest >= since AND (only_of IS NULL OR s.cluster = only_of)) done
                WHERE done.id = e.id)
            ORDER BY 4, e.at, e.id;
    ELSIF part = 'outside' THEN
        RETURN QUERY SELECT e.id, e.at, e.xid::text::bigint, get_byte(uuid_send(e.id), 15) % 4, audit.line(e) FROM audit.outside e
            WHERE e.xid >= (since::text)::xid8 AND NOT EXISTS (
                SELECT FROM (SELECT unnest(s.ids) AS id FROM audit.seal s
                    WHERE s.chain LIKE 'outside/%' AND s.highest >= since AND (only_of IS NULL OR s.cluster = only_of)) done
                WHERE done.id = e.id)
            ORDER BY 4, e.at, e.id;
    END IF;
END $$;

-- Seals what has committed and has no seal yet. It runs as the owner: the application's role can neither read all events
-- nor write a seal of its own making. What committed late is found by the transaction that wrote it, never by time or id.
-- known: every event of a transaction below it is sealed, as far as the caller knows (of the cluster known_of).
CREATE OR REPLACE FUNCTION audit.seal_pending(wait boolean, at_instant timestamptz, known_of text, known bigint,
    OUT sealed bigint, OUT cluster text, OUT horizon bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
DECLARE
    most constant integer := 1000;
    part text;
    since bigint;
    event record;
    lane integer;
    tail record;
    first bigint;
    hash text;
    ids uuid[];
    hashes bytea;
    earliest timestamptz;
    latest timestamptz;
    highest bigint;
BEGIN
    sealed := 0;
    IF wait THEN
        PERFORM pg_advisory_xact_lock(1347179842);
    ELSIF NOT pg_try_advisory_xact_lock(1347179842) THEN
        RETURN;
    END IF;
    cluster := audit.cluster();
    -- Asked before the events are read: whatever is below it has then ended and is seen.
    horizon := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
    FOREACH part IN ARRAY ARRAY['process', 'view', 'outside'] LOOP
        since := CASE WHEN known_of = cluster THEN known ELSE 0 END;
        FOR n IN 0..3 LOOP
            SELECT s.cluster, s.horizon INTO tail FROM audit.seal s
                WHERE s.chain = part || '/' || n ORDER BY s.first DESC LIMIT 1;
            IF tail.cluster = cluster THEN
                since := greatest(since, tail.horizon);
            END IF;
        END LOOP;
        lane := -1;
        ids := '{}';
        -- In another cluster than that of the last seals the numbers of transactions say nothing: all seals count.
        FOR event IN SELECT * FROM audit.unsealed(part, since, CASE WHEN since > 0 THEN cluster END)
        LOOP
            IF event.lane <> lane OR cardinality(ids) = most THEN
                IF cardinality(ids) > 0 THEN
                    INSERT INTO audit.seal VALUES (part || '/' || lane, first, ids, hashes, at_instant, earliest, latest, cluster, highest, horizon);
                    first := first + cardinality(ids);
                END IF;
                IF event.lane <> lane THEN
                    lane := event.lane;
                    SELECT s.first + cardinality(s.ids) AS next, encode(substr(s.hashes, octet_length(s.hashes) - 31), 'hex') AS hash
                        INTO tail FROM audit.seal s WHERE s.chain = part || '/' || lane ORDER BY s.first DESC LIMIT 1;
                    first := coalesce(tail.next, 1);
                    hash := coalesce(tail.hash, '');
                END IF;
                ids := '{}';
                hashes := ''::bytea;
                earliest := 'infinity';
                latest := '-infinity';
                highest := 0;
            END IF;
            hash := encode(sha256(convert_to(hash || event.line, 'UTF8')), 'hex');
            ids := ids || event.id;
            hashes := hashes || decode(hash, 'hex');
            earliest := least(earliest, event.at);
            latest := greatest(latest, event.at);
            highest := greatest(highest, event.xid);
            sealed := sealed + 1;
        END LOOP;
        IF cardinality(ids) > 0 THEN
            INSERT INTO audit.seal VALUES (part || '/' || lane, first, ids, hashes, at_instant, earliest, latest, cluster, highest, horizon);
        END IF;
    END LOOP;
END $$;

DO $$
BEGIN
    REVOKE ALL ON FUNCTION audit.seal_pending(boolean, timestamptz, text, bigint), audit.unsealed(text, bigint, text) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.seal_pending(boolean, timestamptz, text, bigint) TO %I', current_setting('plus.app_role'));
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit.seal FROM %I', current_setting('plus.app_role'));
END $$;
