-- What stands about a person beside their posts: asked before their reach is known, so the service itself asks; nobody else
-- gets a row. A kind of restriction that is not known closes.
-- Asked with every request: in plpgsql its statement is planned once for a connection, in SQL anew at each call.
CREATE OR REPLACE FUNCTION access.lists_of(person uuid, today date, at timestamptz)
RETURNS TABLE (stands_in_for uuid[], opened uuid[], purposes text[], closed uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT access.holds('system') THEN
        RETURN;
    END IF;
    stands_in_for := ARRAY(SELECT DISTINCT s.absent_id FROM access.substitution s
        WHERE s.stand_in_id = person AND s.valid_from <= today AND s.valid_to >= today);
    SELECT coalesce(array_agg(o.client_id ORDER BY o.id), '{}'), coalesce(array_agg(o.purpose::text ORDER BY o.id), '{}')
        INTO opened, purposes
        FROM access.opened_record o WHERE o.staff_id = person AND o.opened_at <= at AND o.until > at;
    closed := ARRAY(SELECT DISTINCT r.client_id FROM access.client_restriction r
        WHERE r.valid_from <= today AND r.valid_to >= today
          AND CASE r.kind WHEN 'exclude' THEN person = ANY (r.people) WHEN 'only' THEN person <> ALL (r.people)
                WHEN 'protected' THEN person <> ALL (r.people)
                  AND NOT EXISTS (SELECT FROM access.staff_post p JOIN access.role k ON k.code = p.role_code
                                  WHERE p.staff_id = person AND p.valid_from <= today AND (p.valid_to IS NULL OR p.valid_to >= today)
                                    AND 'special.protected' = ANY (k.permissions))
                  AND NOT EXISTS (SELECT FROM cases.section s
                                  WHERE s.client_id = r.client_id AND s.manager_id = person AND s.closed_on IS NULL)
                ELSE true END
          AND NOT EXISTS (SELECT FROM access.opened_record o
                          WHERE o.staff_id = person AND o.client_id = r.client_id
                            AND (o.needs_consent OR o.alarm_id IS NOT NULL)
                            AND o.opened_at <= at AND o.until > at));
    RETURN NEXT;
END $$;

-- With the keys of cookies one could be anybody: only the service itself reads them.
CALL access.guard('keys.data_protection_key', 'false', 'system');

-- Cases in one's scope that are closed to oneself: the number, and that it is so. Everybody else finds nothing.
CREATE OR REPLACE FUNCTION access.limited() RETURNS TABLE (client_id uuid, number text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
SELECT k.client_id, k.number::text
FROM (SELECT (access.my_reach()).*) r
JOIN cases.client_case k ON k.client_id = ANY (r.forbidden)
WHERE EXISTS (SELECT FROM cases.section s
              WHERE s.client_id = k.client_id
                AND (r.everywhere OR s.office_id = ANY (r.offices) OR s.manager_id = ANY (r.managers)))
$$;

-- The lists themselves are for those who keep and check them; an opened record also for who opened it, and for those
-- whose client it is.
CALL access.guard('access.client_restriction', '(SELECT access.holds(''restrictions''))', 'system');
CALL access.guard('access.opened_record',
    'staff_id = (SELECT access.me()) OR (SELECT access.holds(''openings'')) OR access.sees(client_id, (SELECT access.my_reach()))',
    'system');
CALL access.guard('access.stated_purpose', 'staff_id = (SELECT access.me())', 'system');

-- For what the person who acts opens a client: the case, when it is their own (open, or closed not longer ago than thirty
-- days, so that finishing it asks nothing), else what they stated since the instant; null when neither is so.
CREATE OR REPLACE FUNCTION access.purpose_for(client uuid, since timestamptz) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    r access.reach := access.my_reach();
BEGIN
    IF EXISTS (SELECT FROM cases.section s
               WHERE s.client_id = client AND s.manager_id = ANY (r.managers) AND s.annulled_on IS NULL
                 AND (s.closed_on IS NULL OR s.closed_on >= (since AT TIME ZONE 'Europe/Riga')::date - 30))
       OR EXISTS (SELECT FROM clients.client c
                  WHERE c.id = client AND c.entered_by = ANY (r.managers)
                    AND NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id)) THEN
        RETURN 'case';
    END IF;
    RETURN (SELECT p.purpose FROM access.stated_purpose p
            WHERE p.staff_id = r.staff AND p.client_id = client AND p.stated_at >= since
            ORDER BY p.stated_at DESC LIMIT 1);
END $$;
