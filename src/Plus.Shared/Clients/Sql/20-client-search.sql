-- Search by name fragments, and by numbers however their dashes, dots and blanks are typed.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE OR REPLACE FUNCTION clients.number_key(number text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT upper(translate(number, ' -–—/\.,:', ''))
$$;

CREATE INDEX IF NOT EXISTS ix_client_name_key_fragments ON clients.client USING gin (name_key gin_trgm_ops);
CREATE INDEX IF NOT EXISTS ix_client_name_name_key_fragments ON clients.client_name USING gin (name_key gin_trgm_ops);
-- In the order in which names are shown, without reading the records.
DROP INDEX IF EXISTS clients.ix_client_name_key_start;
CREATE INDEX IF NOT EXISTS ix_client_in_order ON clients.client (name_key, id) INCLUDE (birth_date, merged_into);
CREATE INDEX IF NOT EXISTS ix_client_name_name_key_start ON clients.client_name (name_key);
CREATE INDEX IF NOT EXISTS ix_client_identifier_key ON clients.client_identifier ((clients.number_key(value)) text_pattern_ops);
CREATE INDEX IF NOT EXISTS ix_basis_number_key ON cases.basis ((clients.number_key(number)));
CREATE INDEX IF NOT EXISTS ix_basis_proceeding_key ON cases.basis ((clients.number_key(proceeding_no)));
-- The names of some thousand clients, without reading their records.
CREATE INDEX IF NOT EXISTS ix_client_with_name ON clients.client (id) INCLUDE (name_key, birth_date, merged_into);
CREATE INDEX IF NOT EXISTS ix_client_name_with_name ON clients.client_name (client_id) INCLUDE (name_key, given_name, surname);
-- Who is within reach of an office or of a manager, without reading the sections themselves.
CREATE INDEX IF NOT EXISTS ix_section_office_client ON cases.section (office_id, client_id);
CREATE INDEX IF NOT EXISTS ix_section_manager_client ON cases.section (manager_id, client_id);
