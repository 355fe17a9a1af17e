-- The kinds of contact that come with PLUS; how each behaves is the Service's own from then on.
INSERT INTO contacts.kind (code, ordinal, asks_place, asks_attendance, in_office, counts_to_norm, minutes, active) VALUES
    ('office', 1, false, true, true, true, 30, true),
    ('phone', 2, false, true, false, false, 15, true),
    ('video', 3, false, true, false, true, 30, true),
    ('home', 4, true, true, false, true, 60, true),
    ('workplace', 5, true, true, false, true, 60, true),
    ('collateral', 6, false, false, false, false, 15, true),
    ('registerCheck', 7, false, false, false, false, 10, true)
ON CONFLICT (code) DO NOTHING;
