-- The kinds of incident that come with PLUS; who is told of each is the Service's own from then on.
INSERT INTO incidents.kind (code, ordinal, tells_office, tells_region, tells_service, review_days, active) VALUES
    ('workAccident', 1, true, true, false, 3, true),
    ('threatToStaff', 2, true, true, false, 1, true),
    ('selfHarm', 3, true, false, false, 1, true),
    ('violence', 4, true, true, false, 3, true),
    ('death', 5, true, true, true, 7, true)
ON CONFLICT (code) DO NOTHING;
