-- Who pays needs of clients no more than to whom, where to and how much, and of approved claims alone. These functions give
-- that to whoever holds the word; the tables stay closed. Who is closed to the person is left out, and waits for somebody
-- to whom they are not.
CREATE OR REPLACE FUNCTION transport_costs.payable() RETURNS TABLE (id uuid, client_id uuid, amount numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF access.holds('payments') OR access.holds('system') THEN
        RETURN QUERY SELECT c.id, s.client_id, c.approved_amount
            FROM transport_costs.claim c JOIN cases.section s ON s.id = c.section_id
            WHERE c.approved_amount > 0 AND c.list_id IS NULL AND s.client_id <> ALL ((access.my_reach()).forbidden);
    END IF;
END $$;

-- Puts what is payable on a list that stands already; tells how many it was and how much.
CREATE OR REPLACE FUNCTION transport_costs.put_on_list(list uuid, OUT claims integer, OUT amount numeric)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    WITH put AS (
        UPDATE transport_costs.claim c SET list_id = list
        WHERE c.id IN (SELECT p.id FROM transport_costs.payable() p) RETURNING c.approved_amount)
    SELECT count(*)::integer, coalesce(sum(p.approved_amount), 0) INTO claims, amount FROM put p;
END $$;

CREATE OR REPLACE FUNCTION transport_costs.payees(list uuid)
RETURNS TABLE (claim_id uuid, client_id uuid, name text, account text, amount numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF access.holds('payments') OR access.holds('system') THEN
        RETURN QUERY SELECT c.id, p.id, p.surname || ' ' || p.given_name, c.account::text, c.approved_amount
            FROM transport_costs.claim c
            JOIN cases.section s ON s.id = c.section_id
            JOIN clients.client p ON p.id = s.client_id
            WHERE c.list_id = list AND p.id <> ALL ((access.my_reach()).forbidden)
            ORDER BY c.claimed_on, c.id;
    END IF;
END $$;

DO $$
BEGIN
    REVOKE ALL ON FUNCTION transport_costs.payable(), transport_costs.put_on_list(uuid), transport_costs.payees(uuid) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION transport_costs.payable(), transport_costs.put_on_list(uuid), transport_costs.payees(uuid) TO %I',
        current_setting('plus.app_role'));
END $$;
