-- What stands about a person beside their posts: asked before their reach is known, so it runs with the owner's rights
-- and hands out ids of the person asked for and nothing else. A kind of restriction that is not known closes.
-- Asked with every request: in plpgsql its statement is planned once for a connection, in SQL anew at each call.
CREATE OR REPLACE FUNCTION access.lists_of(person uuid, today date, at timestamptz)
RETURNS TABLE (stands_in_for uuid[], opened uuid[], purposes text[], closed uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    stands_in_for := ARRAY(SELECT DISTINCT s.absent_id FROM access.substitution s
        WHERE s.stand_in_id = person AND s.valid_from <= today AND s.valid_to >= today);
    SELECT coalesce(array_agg(o.client_id ORDER BY o.id), '{}'), coalesce(array_agg(o.purpose::text ORDER BY o.id), '{}')
        INTO opened, purposes
        FROM access.opened_record o WHERE o.staff_id = person AND o.opened_at <= at AND o.until > at;
    closed := ARRAY(SELECT DISTINCT r.client_id FROM access.client_restriction r
        WHERE r.valid_from <= today AND r.valid_to >= today
          AND CASE r.kind WHEN 'exclude' THEN person = ANY (r.people) WHEN 'only' THEN person <> ALL (r.people) ELSE true END
          AND NOT EXISTS (SELECT FROM access.opened_record o
                          WHERE o.staff_id = person AND o.client_id = r.client_id AND o.needs_consent
                            AND o.opened_at <= at AND o.until > at));
    RETURN NEXT;
END $$;

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
