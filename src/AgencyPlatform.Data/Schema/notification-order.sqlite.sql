-- A member reads the newest first; what was seen long ago is forgotten.
CREATE INDEX notification_by_time ON notification (tenant, member, deliver_at, id);
CREATE INDEX notification_seen ON notification (seen_at) WHERE seen_at IS NOT NULL;
