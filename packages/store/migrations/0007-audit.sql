-- Who did what, why and when: every write, and every look at a personal record. The app may add and nothing
-- else; the sealing job chains what was added, so that a change by anybody, the owner included, shows.

CREATE TABLE kuashan.audit_entry (
  county text NOT NULL REFERENCES kuashan.county,
  entry uuid NOT NULL,
  -- Milliseconds, which is what the chain is computed from.
  at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
  account uuid,
  role text NOT NULL,
  area text NOT NULL,
  purpose text NOT NULL,
  action text NOT NULL,
  subject_table text NOT NULL,
  subject text NOT NULL,
  why text NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (county, entry)
);
CREATE INDEX audit_entry_by_time ON kuashan.audit_entry (county, at);
CREATE INDEX audit_entry_by_subject ON kuashan.audit_entry (county, subject_table, subject);

CREATE TABLE kuashan.audit_seal (
  county text NOT NULL REFERENCES kuashan.county,
  -- Counted per county from 1 by whoever seals: the key lets only one make the next.
  seal integer NOT NULL CHECK (seal >= 1),
  entries integer NOT NULL CHECK (entries >= 1),
  entries_hash text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, seal)
);

CREATE TABLE kuashan.audit_sealed_entry (
  county text NOT NULL,
  entry uuid NOT NULL,
  seal integer NOT NULL,
  position integer NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (county, entry),
  UNIQUE (county, seal, position),
  FOREIGN KEY (county, seal) REFERENCES kuashan.audit_seal (county, seal),
  FOREIGN KEY (county, entry) REFERENCES kuashan.audit_entry (county, entry)
);

ALTER TABLE kuashan.audit_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.audit_seal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.audit_sealed_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.audit_entry AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.audit_seal AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.audit_sealed_entry AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));

-- In one's own name only, and dated by the database.
CREATE POLICY made ON kuashan.audit_entry FOR INSERT
  WITH CHECK (coalesce(account::text, '') = current_setting('kuashan.account', true)
    AND role = current_setting('kuashan.role', true)
    AND area = current_setting('kuashan.area', true)
    AND purpose = current_setting('kuashan.purpose', true)
    AND at = date_trunc('milliseconds', now()));
CREATE POLICY seen ON kuashan.audit_entry FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('auditor', 'administrator', 'sealer'));
CREATE POLICY seen ON kuashan.audit_seal FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('auditor', 'administrator', 'sealer'));
CREATE POLICY made ON kuashan.audit_seal FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'sealer');
CREATE POLICY seen ON kuashan.audit_sealed_entry FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('auditor', 'administrator', 'sealer'));
CREATE POLICY made ON kuashan.audit_sealed_entry FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'sealer');

GRANT SELECT, INSERT ON kuashan.audit_entry, kuashan.audit_seal, kuashan.audit_sealed_entry TO kuashan_app;
