-- Staff post notices and withdraw them; both are recorded, and no row is ever changed otherwise or deleted.
ALTER TABLE notice
    ADD COLUMN posted_by    text NOT NULL DEFAULT 'installation',
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_by text,
    ADD CONSTRAINT notice_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    ADD CONSTRAINT notice_period CHECK (ends_at IS NULL OR ends_at > published_at);
ALTER TABLE notice ALTER COLUMN posted_by DROP DEFAULT;
ALTER TABLE notice DROP CONSTRAINT notice_severity_check;
ALTER TABLE notice ADD CONSTRAINT notice_severity_check CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL'));
