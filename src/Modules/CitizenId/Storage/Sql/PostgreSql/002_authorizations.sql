-- The wallet that asked through the authorization endpoint and waits for the citizen ID.
ALTER TABLE identification_requests ADD COLUMN authorization_id text NULL;
