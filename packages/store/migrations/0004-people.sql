-- The register of people. Identity numbers and telephone numbers are encrypted before they come here;
-- `identity_index` is a keyed hash for finding a number again, `identity_masked` is what screens show.
-- Nobody plans with persons: planners and leaders see none, whatever the purpose they state.

CREATE TABLE kuashan.person (
  county text NOT NULL REFERENCES kuashan.county,
  person uuid NOT NULL,
  division text NOT NULL CHECK (division ~ '^[0-9]{12}$'),
  settlement text,
  -- Searched by its beginning, which an index serves under the C collation only.
  name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  birth_date date,
  identity_masked text,
  identity_sealed bytea,
  identity_index text CHECK (identity_index ~ '^[0-9a-f]{64}$'),
  telephone_sealed bytea,
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, person),
  UNIQUE (county, identity_index)
);
CREATE INDEX person_by_place ON kuashan.person (county, division, name);
CREATE INDEX person_by_name ON kuashan.person (county, name);

ALTER TABLE kuashan.person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_county ON kuashan.person AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.person FOR SELECT
  USING (starts_with(division, current_setting('kuashan.area', true)) AND (
    (current_setting('kuashan.role', true) IN ('department', 'township', 'crew', 'steward', 'agent')
      AND current_setting('kuashan.purpose', true) = 'delivery')
    OR (current_setting('kuashan.role', true) IN ('department', 'township', 'steward', 'agent')
      AND current_setting('kuashan.purpose', true) = 'entitlement')
    OR (current_setting('kuashan.role', true) = 'auditor'
      AND current_setting('kuashan.purpose', true) = 'audit')));
-- An open emergency of the caller's own, over the area it was declared for.
CREATE POLICY emergency ON kuashan.person FOR SELECT
  USING (current_setting('kuashan.purpose', true) = 'emergency' AND EXISTS (
    SELECT 1 FROM kuashan.break_glass b
    WHERE b.county = person.county
      AND b.account::text = current_setting('kuashan.account', true)
      AND now() BETWEEN b.started_at AND b.expires_at
      AND starts_with(person.division, b.area)));
CREATE POLICY made ON kuashan.person FOR INSERT
  WITH CHECK (starts_with(division, current_setting('kuashan.area', true))
    AND current_setting('kuashan.role', true) IN ('department', 'township', 'steward', 'agent')
    AND current_setting('kuashan.purpose', true) IN ('delivery', 'entitlement')
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.person FOR UPDATE
  USING (starts_with(division, current_setting('kuashan.area', true))
    AND current_setting('kuashan.role', true) IN ('department', 'township', 'steward', 'agent')
    AND current_setting('kuashan.purpose', true) IN ('delivery', 'entitlement'));

GRANT SELECT, INSERT, UPDATE (division, settlement, name, birth_date, identity_masked,
  identity_sealed, identity_index, telephone_sealed, version, changed_at)
  ON kuashan.person TO kuashan_app;
