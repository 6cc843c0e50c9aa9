-- Where a session came from, what it is called on screen, and when its owner last proved who they are.
-- Sessions of before have none of this: their owners sign in again.
DELETE FROM session;
ALTER TABLE session
    ADD COLUMN session_id text        NOT NULL UNIQUE,
    ADD COLUMN address    text        NOT NULL,
    ADD COLUMN device     text        NOT NULL,
    ADD COLUMN proved_at  timestamptz NOT NULL;
