-- Tables that grain writes fill. Every key starts with the tenant.
CREATE TABLE grain_state (
  tenant TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  version INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (tenant, kind, id)) WITHOUT ROWID;

CREATE TABLE command (
  tenant TEXT NOT NULL, grain TEXT NOT NULL, command_id TEXT NOT NULL,
  version INTEGER NOT NULL, at INTEGER NOT NULL, fingerprint TEXT, reply TEXT,
  PRIMARY KEY (tenant, grain, command_id)) WITHOUT ROWID;
CREATE INDEX command_by_age ON command (at);

CREATE TABLE timeline (
  tenant TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  command_id TEXT NOT NULL, type TEXT NOT NULL, occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL, actor_id TEXT NOT NULL, actor_on_behalf TEXT, data TEXT NOT NULL,
  PRIMARY KEY (tenant, stream, version, ordinal)) WITHOUT ROWID;

CREATE TABLE case_row (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL,
  number TEXT NOT NULL, client_id TEXT NOT NULL, account_id TEXT NOT NULL, enforcement_id TEXT NOT NULL,
  category_id TEXT NOT NULL, kind TEXT NOT NULL, desk TEXT NOT NULL, stage TEXT NOT NULL, is_open INTEGER NOT NULL,
  due_at INTEGER, next_action TEXT, outcome TEXT, attempts INTEGER NOT NULL, amazon_reference TEXT, terms TEXT NOT NULL,
  opened_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, case_id)) WITHOUT ROWID;
-- The queue: open cases by time to breach, for all, per stage, per desk; and one account's or client's cases.
CREATE INDEX case_row_queue ON case_row (tenant, is_open, due_at, case_id);
CREATE INDEX case_row_stage ON case_row (tenant, stage, due_at, case_id);
CREATE INDEX case_row_desk ON case_row (tenant, is_open, desk, due_at, case_id);
CREATE INDEX case_row_account ON case_row (tenant, account_id, opened_at);
CREATE INDEX case_row_client ON case_row (tenant, client_id, opened_at);
CREATE UNIQUE INDEX case_row_number ON case_row (tenant, number);

-- What the search box finds by exact value: number, references, ASINs, complaint and order ids, lower case.
CREATE TABLE case_term (
  tenant TEXT NOT NULL, term TEXT NOT NULL, case_id TEXT NOT NULL,
  PRIMARY KEY (tenant, term, case_id)) WITHOUT ROWID;

-- Counts per stage and desk, kept by the writes themselves, so that a queue of any size counts in no time.
CREATE TABLE case_count (
  tenant TEXT NOT NULL, stage TEXT NOT NULL, desk TEXT NOT NULL, is_open INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (tenant, stage, desk, is_open)) WITHOUT ROWID;
CREATE TRIGGER case_row_counted AFTER INSERT ON case_row BEGIN
  INSERT INTO case_count VALUES (NEW.tenant, NEW.stage, NEW.desk, NEW.is_open, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER case_row_recounted AFTER UPDATE ON case_row
  WHEN OLD.stage <> NEW.stage OR OLD.desk <> NEW.desk OR OLD.is_open <> NEW.is_open BEGIN
  UPDATE case_count SET n = n - 1
    WHERE tenant = OLD.tenant AND stage = OLD.stage AND desk = OLD.desk AND is_open = OLD.is_open;
  INSERT INTO case_count VALUES (NEW.tenant, NEW.stage, NEW.desk, NEW.is_open, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER case_row_uncounted AFTER DELETE ON case_row BEGIN
  UPDATE case_count SET n = n - 1
    WHERE tenant = OLD.tenant AND stage = OLD.stage AND desk = OLD.desk AND is_open = OLD.is_open;
END;

CREATE TABLE account_row (
  tenant TEXT NOT NULL, account_id TEXT NOT NULL, number INTEGER NOT NULL, client_id TEXT NOT NULL,
  name TEXT NOT NULL, seller_id TEXT NOT NULL, marketplaces TEXT NOT NULL, time_zone TEXT NOT NULL, status TEXT NOT NULL,
  PRIMARY KEY (tenant, account_id)) WITHOUT ROWID;
CREATE INDEX account_row_client ON account_row (tenant, client_id);

CREATE TABLE client_row (
  tenant TEXT NOT NULL, client_id TEXT NOT NULL, name TEXT NOT NULL, contact_email TEXT, language TEXT,
  PRIMARY KEY (tenant, client_id)) WITHOUT ROWID;

CREATE TABLE case_text (
  tenant TEXT NOT NULL, hash TEXT NOT NULL, case_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (tenant, hash, case_id)) WITHOUT ROWID;

CREATE TABLE outbox (
  tenant TEXT NOT NULL, grain TEXT NOT NULL, version INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL, payload TEXT NOT NULL, next_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, last_error TEXT,
  PRIMARY KEY (tenant, grain, version, ordinal)) WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (next_at);

CREATE TABLE claim (
  tenant TEXT NOT NULL, scope TEXT NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL,
  PRIMARY KEY (tenant, scope, key)) WITHOUT ROWID;

CREATE TABLE due (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, clock TEXT NOT NULL, due_at INTEGER NOT NULL,
  claimed_by TEXT, claimed_until INTEGER, attempts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, case_id, clock)) WITHOUT ROWID;
CREATE INDEX due_next ON due (due_at);

CREATE TABLE audit (
  tenant TEXT NOT NULL, grain TEXT NOT NULL, version INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  action TEXT NOT NULL, target TEXT NOT NULL, at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL, actor_id TEXT NOT NULL, actor_on_behalf TEXT, data TEXT NOT NULL,
  PRIMARY KEY (tenant, grain, version, ordinal)) WITHOUT ROWID;

CREATE TABLE playbook_version (
  content_hash TEXT NOT NULL PRIMARY KEY, playbook_id TEXT NOT NULL, kept_at INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
