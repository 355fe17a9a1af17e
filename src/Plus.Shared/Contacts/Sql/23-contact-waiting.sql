-- The contacts of a section whose outcome is not recorded: its tasks are made of them at every change.
CREATE INDEX IF NOT EXISTS ix_contact_section_planned ON contacts.contact (section_id) WHERE state = 'planned';
