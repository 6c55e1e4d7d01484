-- Sign-in by an OpenID provider. An administrator says which of the provider's identities is whose account; none is made
-- by signing in. A flow lasts from leaving for the provider to coming back: what it must come back with is sealed.

CREATE TABLE kuashan.account_identity (
  county text NOT NULL,
  account uuid NOT NULL,
  -- Null once it was taken away.
  identity text CHECK (length(identity) BETWEEN 1 AND 300),
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, account),
  UNIQUE (county, identity),
  FOREIGN KEY (county, account) REFERENCES kuashan.account (county, account)
);

CREATE TABLE kuashan.sign_in_flow (
  county text NOT NULL REFERENCES kuashan.county,
  token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (county, token_hash)
);

ALTER TABLE kuashan.account_identity ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.sign_in_flow ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.account_identity AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.sign_in_flow AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));

CREATE POLICY seen ON kuashan.account_identity FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('gate', 'console', 'administrator', 'auditor'));
CREATE POLICY made ON kuashan.account_identity FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'administrator'
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.account_identity FOR UPDATE
  USING (current_setting('kuashan.role', true) = 'administrator');
CREATE POLICY gate ON kuashan.sign_in_flow
  USING (current_setting('kuashan.role', true) = 'gate');

GRANT SELECT, INSERT, UPDATE (identity, made_by, changed_at) ON kuashan.account_identity TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (used_at) ON kuashan.sign_in_flow TO kuashan_app;
