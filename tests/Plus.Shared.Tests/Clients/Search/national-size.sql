-- People, names, codes, rulings, cases and sections of a whole service; :people of them. Folded as the code folds.
INSERT INTO access.staff (id, user_name, normalized_user_name, given_name, surname, security_stamp, failed_logins, active_from, is_demo)
VALUES ('00000000-0000-7000-8000-000000000001', 'a', 'A', 'A', 'A', '', 0, date '2020-01-01', false);
CREATE TEMP TABLE person AS
SELECT gen_random_uuid() AS id, gen_random_uuid() AS basis, gen_random_uuid() AS file, g,
       (ARRAY['berz','ozol','kaln','liep','krum','jans','krast','balod','egl','zarin','pries','vitol','karkl','putnin','siln','roz',
        'abol','mei','vanag','dzen','gulb','lac','zvirbul','kok','upit','skuj','cern','ziedin','pavlov','ivanov','petrov','kozlov',
        'sokolov','morozov','smirnov','andersons','eglit','strazd','rudz','stals','brie','freiman','grinberg','hofman','kiperl',
        'lapin','melderi','niedr','paegl','riekst','saulit','tiltin','ulman','veinberg','zakis','zeltin','zile','zub','drei','grav'])
         [1 + (random() * random() * 59)::int]
       || (ARRAY['ins','s','is','a','e','ina','sone','evs','ova','mane','kis','ite'])[1 + (random() * 11)::int] AS surname,
       (ARRAY['janis','anna','peteris','liga','andris','ilze','maris','inese','juris','kristine','aleksandrs','natalija','edgars',
        'dace','artis','santa','roberts','elina','ivars','sandra','viktors','olga','raivis','zane'])[1 + (random() * 23)::int] AS given
FROM generate_series(1, :people) g;
INSERT INTO clients.client (id, given_name, surname, name_key, birth_date, languages, needs_interpreter, created_at)
SELECT id, initcap(given), initcap(surname), surname || ' ' || given, date '1950-01-01' + (random() * 20000)::int, '{}', false, now() FROM person;
INSERT INTO clients.client_name (id, client_id, given_name, surname, name_key, as_of, source)
SELECT gen_random_uuid(), id, initcap(given), initcap(surname), surname || ' ' || given, date '2020-01-01', 'ruling' FROM person;
INSERT INTO clients.client_identifier (id, client_id, kind, value, source)
SELECT gen_random_uuid(), id, 'personalCode', lpad((g * 48271::bigint % 100000000000)::text, 11, '0'), 'ruling' FROM person;
INSERT INTO clients.client_reach (id, client_id, kind, value, search_key, as_of, source)
SELECT gen_random_uuid(), id, 'phone', '+371 ' || (20000000 + g), (20000000 + g)::text, date '2020-01-01', 'ruling' FROM person;
INSERT INTO cases.client_case (id, client_id, number, opened_on)
SELECT file, id, '2023-' || lpad(g::text, 6, '0'), date '2023-01-01' FROM person;
INSERT INTO cases.basis (id, client_id, kind, number, issued_on, proceeding_no)
SELECT basis, id, 'courtRuling', 'K12-' || lpad(g::text, 4, '0') || '-23', date '2023-01-01', (11000000000 + g)::text FROM person;
INSERT INTO cases.section (id, case_id, client_id, function, measure, state, basis_id, opened_on, sexual_offence, reopened_times, office_id, manager_id)
SELECT gen_random_uuid(), file, p.id, 'community_work', 'communityWork', 'received', basis, date '2023-01-01', false, 0, o.id,
       CASE WHEN g % 4000 = 0 THEN uuid '00000000-0000-7000-8000-000000000001' END
FROM person p
JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS n, count(*) OVER () AS offices FROM organisation.office) o ON o.n = p.g % o.offices;
