-- Who sees which rows. Tables with a column client_id or section_id get the ordinary policy below at every migration
-- (access.guard_all); the others stand here one by one. Columns come with their table where another one is asked.
CALL access.guard('clients.client', 'access.sees(coalesce(merged_into, id), (SELECT access.my_reach()))');

CALL access.guard('cases.section', 'office_id = ANY ((SELECT access.clear_offices())::uuid[])
    OR access.sees_section(client_id, manager_id, office_id, sexual_offence, (SELECT access.my_reach()))');

CALL access.guard('tasks.due_task', 'office_id = ANY ((SELECT access.clear_offices())::uuid[])
    OR access.sees(client_id, (SELECT access.my_reach()))');

-- Who checks the audit finds a person by the number of the case, and nothing else of them.
CALL access.guard('cases.client_case',
    '(SELECT access.holds(''audit'')) OR access.sees(client_id, (SELECT access.my_reach()))');

-- A pair is seen from either side: that somebody is not to be met is told to who may see one of the two.
CALL access.guard('clients.must_not_meet',
    'access.sees(first_id, (SELECT access.my_reach())) OR access.sees(second_id, (SELECT access.my_reach()))');
CALL access.guard('clients.possible_duplicate',
    'access.sees(first_id, (SELECT access.my_reach())) OR access.sees(second_id, (SELECT access.my_reach()))');

CALL access.guard('cases.basis_offence', 'EXISTS (SELECT FROM cases.basis b WHERE b.id = basis_offence.basis_id)');

-- Health, for who may know it; also what the history says of it.
CALL access.guard('clients.client_health',
    '((SELECT access.holds(''health'')) AND access.sees(client_id, (SELECT access.my_reach())))', 'system');

-- Messages as they came: those who take them in.
CALL access.guard('exchange.intake_message', '(SELECT access.holds(''intake''))', 'system');
CALL access.guard('exchange.intake_run_part', '(SELECT access.holds(''intake''))', 'system');

-- What came in and concerns no client yet is seen by those who keep the register; files with what they came with.
CALL access.guard('mailroom.incoming', 'mailroom.sees(client_id, office_id, assigned_to)');
CALL access.guard('mailroom.incoming_file', 'EXISTS (SELECT FROM mailroom.incoming i WHERE i.id = incoming_file.incoming_id)');

-- Words of files are read by the functions that search them.
CALL access.guard('files.file_text', 'false', 'system');

-- Rows of a takeover that were not understood, and what each became.
CALL access.guard('takeover.quarantined_row', '(SELECT access.holds(''takeover''))', 'system');
CALL access.guard('takeover.taken_row', '(SELECT access.holds(''takeover''))', 'system');

-- Who is at work with PLUS just now.
CALL access.guard('access.session', 'staff_id = (SELECT access.me())', 'system');

-- What leaves PLUS is of the client whose data it carries; what carries nobody's is laid down by whoever sends it.
CALL access.guard('outbox.message', 'client_id IS NULL OR access.sees(client_id, (SELECT access.my_reach()))');

-- What is half-typed is its writer's.
CALL access.guard('drafts.draft', 'staff_id = (SELECT access.me())', 'system');
CALL access.guard('drafts.stored_query', 'staff_id = (SELECT access.me())', 'system');

-- A calendar feed is its person's.
CALL access.guard('contacts.feed', 'staff_id = (SELECT access.me())', 'system');

-- The audit is written by everybody and read by those who check it, and by who may see the client.
ALTER TABLE audit.process ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS written ON audit.process;
CREATE POLICY written ON audit.process FOR INSERT WITH CHECK (true);
DROP POLICY IF EXISTS reach ON audit.process;
CREATE POLICY reach ON audit.process FOR SELECT USING (
    ((SELECT access.holds('all')) OR (SELECT access.holds('audit')) OR client_id IS NULL
     OR access.sees(client_id, (SELECT access.my_reach()))
     OR EXISTS (SELECT FROM clients.client m WHERE m.id = process.client_id AND m.merged_into IS NOT NULL))
    AND (type NOT IN ('clients.healthChanged', 'workHours.healthChanged') OR (SELECT access.holds('health') OR access.holds('audit') OR access.holds('system')))
    AND (type NOT LIKE 'incidents.%' OR (SELECT access.holds('incidents') OR access.holds('audit') OR access.holds('system'))));

ALTER TABLE audit.view ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS written ON audit.view;
CREATE POLICY written ON audit.view FOR INSERT WITH CHECK (true);
DROP POLICY IF EXISTS reach ON audit.view;
CREATE POLICY reach ON audit.view FOR SELECT USING (
    (SELECT access.holds('system')) OR (SELECT access.holds('audit')) OR actor_id = (SELECT access.me()));

-- What came from outside PLUS, and what the rules of the audit found; questions are whose they are.
CALL access.guard('audit.outside', '(SELECT access.holds(''audit''))', 'system');
CALL access.guard('audit.alarm', '(SELECT access.holds(''audit''))', 'system');
CALL access.guard('audit.question', 'staff_id = (SELECT access.me())', 'system');

-- Victims lie apart, and what monitoring knows of a person is not for everybody who sees the case.
CALL access.guard('mediation.victim',
    '((SELECT access.holds(''victims'')) AND EXISTS (SELECT FROM cases.section s WHERE s.id = victim.section_id))',
    'system');
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['avoided_people', 'protected_address'] LOOP
        CALL access.guard(format('obligations.%I', part)::regclass, format(
            '((SELECT access.holds(''victims'')) AND EXISTS (SELECT FROM cases.section s WHERE s.id = %I.section_id))', part),
            'system');
    END LOOP;
END $$;

CALL access.guard('supervision.electronic_monitoring',
    '((SELECT access.holds(''monitoring''))
      AND EXISTS (SELECT FROM cases.section s WHERE s.id = electronic_monitoring.section_id))',
    'system');

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['device_step', 'permitted_hours', 'suitability_report', 'intensification', 'monitoring_employment'] LOOP
        CALL access.guard(format('supervision.%I', part)::regclass, format(
            '((SELECT access.holds(''monitoring'')) AND EXISTS (SELECT FROM cases.section s WHERE s.id = %I.section_id))', part),
            'system');
    END LOOP;
    -- An alarm of a device that nobody wears is seen by all who watch; it tells of no person.
    FOREACH part IN ARRAY ARRAY['alarm', 'alarm_note'] LOOP
        CALL access.guard(format('supervision.%I', part)::regclass, format(
            '((SELECT access.holds(''monitoring'')) AND (section_id IS NULL OR EXISTS (SELECT FROM cases.section s WHERE s.id = %I.section_id)))', part),
            'system');
    END LOOP;
END $$;

-- Incidents are for who may know of them; their measures and notices likewise.
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['incident', 'measure', 'notice'] LOOP
        CALL access.guard(format('incidents.%I', part)::regclass, format(
            '((SELECT access.holds(''incidents'')) AND EXISTS (SELECT FROM cases.section s WHERE s.id = %I.section_id))', part),
            'system');
    END LOOP;
END $$;

-- What a word processor does to a document is seen by who sees the document.
CALL access.guard('documents.editing_pass', 'EXISTS (SELECT FROM documents.document d WHERE d.id = editing_pass.document_id)');
CALL access.guard('documents.editing_lock', 'EXISTS (SELECT FROM documents.document d WHERE d.id = editing_lock.document_id)');
CALL access.guard('documents.recovered_save',
    'EXISTS (SELECT FROM documents.document d WHERE d.id = recovered_save.document_id)');
CALL access.guard('documents.signature_finding',
    'EXISTS (SELECT FROM documents.document d WHERE d.id = signature_finding.document_id)');

-- What a client's health does not bear at work is for those who may see health.
CALL access.guard('work_hours.health',
    '((SELECT access.holds(''health'')) AND EXISTS (SELECT FROM cases.section s WHERE s.id = health.section_id))',
    'system');

-- A host's file of hours is its importer's until it is taken in.
CALL access.guard('work_hours.sheet_import', 'staff_id = (SELECT access.me())', 'system');
CALL access.guard('work_hours.sheet_import_line', 'staff_id = (SELECT access.me())', 'system');

-- Every other table that names a client or a section. Called at every migration, so that a new table is never open.
CREATE OR REPLACE PROCEDURE access.guard_all() LANGUAGE plpgsql AS $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT c.oid::regclass AS name, c.relname, bool_or(a.attname = 'client_id') AS of_client
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('client_id', 'section_id')
            AND a.atttypid = 'uuid'::regtype AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
        GROUP BY c.oid, c.relname
    LOOP
        CALL access.guard(found.name,
            CASE WHEN found.of_client THEN 'access.sees(client_id, (SELECT access.my_reach()))'
                 ELSE format('EXISTS (SELECT FROM cases.section s WHERE s.id = %I.section_id)', found.relname) END);
    END LOOP;
END $$;

REVOKE ALL ON PROCEDURE access.guard_all() FROM PUBLIC;
