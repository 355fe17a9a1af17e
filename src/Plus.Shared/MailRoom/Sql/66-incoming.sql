CREATE SEQUENCE IF NOT EXISTS mailroom.incoming_number;

-- What concerns a client is seen with the client; what concerns none yet, by those who keep a register of the office, and
-- by whom it is assigned to.
CREATE OR REPLACE FUNCTION mailroom.sees(client uuid, office uuid, assigned uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT CASE WHEN client IS NOT NULL THEN access.sees(client, access.my_reach())
            ELSE access.holds('mailroom') AND (
                (access.my_reach()).everywhere OR office = ANY ((access.my_reach()).offices)
                OR assigned = ANY ((access.my_reach()).managers)) END
$$;
