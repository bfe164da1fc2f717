-- What queues show of a case's clocks.
ALTER TABLE case_row ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE case_row ADD COLUMN due_metric TEXT;
ALTER TABLE case_row ADD COLUMN is_breached INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_row ADD COLUMN paused_by TEXT;

-- Every warning, breach and call of a ladder, once for ever: the key is the promise.
CREATE TABLE firing (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, clock TEXT NOT NULL, cycle INTEGER NOT NULL, kind TEXT NOT NULL, step TEXT NOT NULL,
  due_at INTEGER NOT NULL, fired_at INTEGER NOT NULL, is_late INTEGER NOT NULL,
  PRIMARY KEY (tenant, case_id, clock, cycle, kind, step)) WITHOUT ROWID;
CREATE INDEX firing_by_time ON firing (tenant, fired_at);

-- What members are told inside the product; shown from deliver_at on.
CREATE TABLE notification (
  tenant TEXT NOT NULL, member TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL, case_id TEXT, at INTEGER NOT NULL, deliver_at INTEGER NOT NULL, data TEXT NOT NULL, seen_at INTEGER,
  PRIMARY KEY (tenant, member, id)) WITHOUT ROWID;
CREATE INDEX notification_unseen ON notification (tenant, member, deliver_at) WHERE seen_at IS NULL;

-- Every plan version a clock may still name; the shipped one stands under the empty tenant.
CREATE TABLE sla_plan (
  tenant TEXT NOT NULL, hash TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (tenant, hash)) WITHOUT ROWID;

CREATE TABLE webhook_endpoint (
  tenant TEXT NOT NULL, endpoint_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, account_id TEXT, state TEXT NOT NULL,
  secrets TEXT NOT NULL, created_at INTEGER NOT NULL,
  accepted INTEGER NOT NULL DEFAULT 0, duplicates INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0, last_accepted_at INTEGER, last_rejected_at INTEGER,
  PRIMARY KEY (tenant, endpoint_id)) WITHOUT ROWID;
-- A sender knows the endpoint and nothing of tenants.
CREATE UNIQUE INDEX webhook_endpoint_address ON webhook_endpoint (endpoint_id);

-- The id is a hash of endpoint and the sender's own id, so that the key itself refuses a duplicate. Rows lie in order of arrival.
CREATE TABLE inbox (
  tenant TEXT NOT NULL, id TEXT NOT NULL, endpoint_id TEXT NOT NULL, external_id TEXT NOT NULL,
  received_at INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB, sha256 BLOB NOT NULL,
  state TEXT NOT NULL DEFAULT 'new', reason TEXT, case_id TEXT, account_id TEXT,
  attempts INTEGER NOT NULL DEFAULT 0, next_at INTEGER NOT NULL, done_at INTEGER,
  PRIMARY KEY (tenant, id));
CREATE INDEX inbox_waiting ON inbox (next_at) WHERE state IN ('new', 'held');
-- What people must look at.
CREATE INDEX inbox_open ON inbox (tenant, received_at) WHERE state IN ('held', 'dead');
CREATE INDEX inbox_by_age ON inbox (tenant, received_at);

CREATE TABLE amazon_subscription (
  tenant TEXT NOT NULL, subscription_id TEXT NOT NULL, account_id TEXT NOT NULL, notification_type TEXT NOT NULL,
  PRIMARY KEY (tenant, subscription_id)) WITHOUT ROWID;
CREATE INDEX account_row_seller ON account_row (tenant, seller_id);
