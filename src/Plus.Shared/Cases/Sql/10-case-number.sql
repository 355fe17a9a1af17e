-- The running part of permanent case numbers. It never goes back, so a number is never given twice.
CREATE SEQUENCE IF NOT EXISTS cases.case_number AS bigint START 1;
