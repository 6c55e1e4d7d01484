-- Who may sign in, as what, and where. Passwords and tokens are kept as hashes only, in tables that no
-- role of people can read: the gate (sign-in) and the console (the machine's own terminal) alone can.

CREATE TABLE kuashan.account (
  county text NOT NULL REFERENCES kuashan.county,
  account uuid NOT NULL,
  login text NOT NULL CHECK (length(login) BETWEEN 1 AND 100),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  department text,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed')),
  version integer NOT NULL DEFAULT 1,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, account),
  UNIQUE (county, login)
);

CREATE TABLE kuashan.account_secret (
  county text NOT NULL,
  account uuid NOT NULL,
  password_hash text,
  failed_tries integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, account),
  FOREIGN KEY (county, account) REFERENCES kuashan.account (county, account)
);

-- A role in an area for purposes, for a time. Area: the leading digits of a division code, '' the whole county.
CREATE TABLE kuashan.account_grant (
  county text NOT NULL,
  account uuid NOT NULL,
  account_grant uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('leader', 'planner', 'department', 'township', 'crew', 'steward',
    'agent', 'volunteer', 'auditor', 'administrator')),
  area text NOT NULL CHECK (area ~ '^([0-9]{9}|[0-9]{12})?$'),
  purposes text[] NOT NULL,
  valid_from timestamptz NOT NULL DEFAULT now(),
  valid_until timestamptz,
  made_by uuid,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, account, account_grant),
  FOREIGN KEY (county, account) REFERENCES kuashan.account (county, account)
);

CREATE TABLE kuashan.session (
  county text NOT NULL,
  token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  account uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  -- Both ends: unused for too long, or simply too old.
  idle_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (county, token_hash),
  FOREIGN KEY (county, account) REFERENCES kuashan.account (county, account)
);

-- A link that sets a password, once: the first administrator, an invitation, a recovery from the console.
CREATE TABLE kuashan.account_link (
  county text NOT NULL,
  token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  account uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('first', 'invitation', 'recovery')),
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (county, token_hash),
  FOREIGN KEY (county, account) REFERENCES kuashan.account (county, account)
);

-- Access beyond one's role in an emergency: with a reason, for hours, and looked into afterwards.
CREATE TABLE kuashan.break_glass (
  county text NOT NULL,
  account uuid NOT NULL,
  break_glass uuid NOT NULL,
  area text NOT NULL CHECK (area ~ '^([0-9]{9}|[0-9]{12})?$'),
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 2000),
  started_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text,
  PRIMARY KEY (county, account, break_glass),
  FOREIGN KEY (county, account) REFERENCES kuashan.account (county, account),
  CHECK (expires_at <= started_at + interval '4 hours')
);

ALTER TABLE kuashan.account ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.account_secret ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.account_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.account_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.break_glass ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_county ON kuashan.account AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.account_secret AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.account_grant AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.session AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.account_link AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.break_glass AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));

CREATE POLICY seen ON kuashan.account FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('gate', 'console', 'administrator', 'auditor')
    OR account::text = current_setting('kuashan.account', true));
CREATE POLICY made ON kuashan.account FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('console', 'administrator'));
CREATE POLICY changed ON kuashan.account FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('console', 'administrator'));

CREATE POLICY gate ON kuashan.account_secret
  USING (current_setting('kuashan.role', true) IN ('gate', 'console'));

CREATE POLICY seen ON kuashan.account_grant FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('gate', 'console', 'administrator', 'auditor')
    OR account::text = current_setting('kuashan.account', true));
CREATE POLICY made ON kuashan.account_grant FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'console'
    OR (current_setting('kuashan.role', true) = 'administrator'
      AND made_by::text = current_setting('kuashan.account', true)));
CREATE POLICY changed ON kuashan.account_grant FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('console', 'administrator'));

CREATE POLICY gate ON kuashan.session
  USING (current_setting('kuashan.role', true) IN ('gate', 'console'));

CREATE POLICY gate ON kuashan.account_link
  USING (current_setting('kuashan.role', true) IN ('gate', 'console'));
CREATE POLICY made ON kuashan.account_link FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'administrator' AND kind = 'invitation');

CREATE POLICY seen ON kuashan.break_glass FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('auditor', 'administrator')
    OR account::text = current_setting('kuashan.account', true));
CREATE POLICY made ON kuashan.break_glass FOR INSERT
  WITH CHECK (account::text = current_setting('kuashan.account', true)
    AND current_setting('kuashan.role', true) IN
      ('leader', 'department', 'township', 'crew', 'steward', 'agent')
    AND reviewed_by IS NULL AND started_at = now());
-- Nobody looks into their own.
CREATE POLICY reviewed ON kuashan.break_glass FOR UPDATE
  USING (current_setting('kuashan.role', true) = 'auditor'
    AND account::text <> current_setting('kuashan.account', true));

GRANT SELECT, INSERT, UPDATE (name, department, state, version) ON kuashan.account TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (password_hash, failed_tries, locked_until, changed_at)
  ON kuashan.account_secret TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (valid_until) ON kuashan.account_grant TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (idle_until, ended_at) ON kuashan.session TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (used_at) ON kuashan.account_link TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (reviewed_by, reviewed_at, review) ON kuashan.break_glass TO kuashan_app;
