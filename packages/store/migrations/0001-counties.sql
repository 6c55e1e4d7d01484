-- Counties and their data. A county folder that is imported becomes a revision that never changes;
-- corrections lie on top of it, one row each, and later imports keep them.
-- The caller is what SET LOCAL says: kuashan.{county,role,area,purpose,account}. Nothing set, nothing seen.

CREATE TABLE kuashan.county (
  county text PRIMARY KEY CHECK (county ~ '^[0-9]{12}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  name_en text,
  -- The revision in force; null until the first import is accepted.
  head uuid,
  version integer NOT NULL DEFAULT 1,
  made_at timestamptz NOT NULL DEFAULT now()
);

-- An import. `staged` is there to be looked at, `accepted` has been the head, `refused` never will be.
CREATE TABLE kuashan.revision (
  county text NOT NULL REFERENCES kuashan.county,
  revision uuid NOT NULL,
  parent uuid,
  state text NOT NULL CHECK (state IN ('staged', 'accepted', 'refused')),
  -- SHA-256 over settings, catalogue, rows and documents in a fixed order; see canonical-json.ts.
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  source text NOT NULL,
  settings jsonb NOT NULL,
  row_count integer NOT NULL,
  error_count integer NOT NULL,
  warning_count integer NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, revision),
  FOREIGN KEY (county, parent) REFERENCES kuashan.revision (county, revision)
);
ALTER TABLE kuashan.county
  ADD FOREIGN KEY (county, head) REFERENCES kuashan.revision (county, revision);

-- One row of one table of the county folder, as the schema of the core parsed it.
CREATE TABLE kuashan.county_row (
  county text NOT NULL,
  revision uuid NOT NULL,
  table_name text NOT NULL,
  row_id text NOT NULL,
  -- Order of the file, so that a county comes back as it came.
  position integer NOT NULL,
  -- Where the row lies, 12 digits; null where it lies nowhere (funds, standards).
  division text,
  value jsonb NOT NULL,
  PRIMARY KEY (county, revision, table_name, row_id),
  FOREIGN KEY (county, revision) REFERENCES kuashan.revision (county, revision)
);

-- Roads, terrain and other big parts, in pieces of at most 4 MiB, named by their hash: equal parts are kept once.
CREATE TABLE kuashan.county_part (
  county text NOT NULL REFERENCES kuashan.county,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  piece integer NOT NULL CHECK (piece >= 0),
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 4194304),
  PRIMARY KEY (county, hash, piece)
);

CREATE TABLE kuashan.revision_part (
  county text NOT NULL,
  revision uuid NOT NULL,
  part text NOT NULL,
  hash text NOT NULL,
  pieces integer NOT NULL CHECK (pieces >= 0),
  PRIMARY KEY (county, revision, part),
  FOREIGN KEY (county, revision) REFERENCES kuashan.revision (county, revision)
);

-- What the import found, row by row, in the order found.
CREATE TABLE kuashan.import_finding (
  county text NOT NULL,
  revision uuid NOT NULL,
  position integer NOT NULL,
  code text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  place jsonb NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (county, revision, position),
  FOREIGN KEY (county, revision) REFERENCES kuashan.revision (county, revision)
);

-- Corrections. The key is the lock: two people who both make version 3 of a row cannot both succeed.
CREATE TABLE kuashan.row_edit (
  county text NOT NULL REFERENCES kuashan.county,
  table_name text NOT NULL,
  row_id text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  division text,
  field text NOT NULL,
  before jsonb,
  after jsonb,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, table_name, row_id, version)
);

ALTER TABLE kuashan.county ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.revision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.county_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.county_part ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.revision_part ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.import_finding ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.row_edit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- Restrictive: holds on top of whatever else a policy allows.
CREATE POLICY own_county ON kuashan.county AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.revision AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.county_row AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.county_part AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.revision_part AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.import_finding AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.row_edit AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));

-- A restrictive policy alone lets nothing through; every caller with a role may know which county this is.
CREATE POLICY seen ON kuashan.county FOR SELECT
  USING (current_setting('kuashan.role', true) <> '');
CREATE POLICY made ON kuashan.county FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'console');
CREATE POLICY changed ON kuashan.county FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'administrator')
    AND current_setting('kuashan.area', true) = '');

CREATE POLICY seen ON kuashan.revision FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.revision FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'administrator')
    AND current_setting('kuashan.area', true) = ''
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.revision FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'administrator')
    AND current_setting('kuashan.area', true) = '');

CREATE POLICY seen ON kuashan.county_row FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'auditor', 'administrator')
    AND (division IS NULL OR starts_with(division, current_setting('kuashan.area', true))));
CREATE POLICY made ON kuashan.county_row FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'administrator')
    AND current_setting('kuashan.area', true) = '');

CREATE POLICY seen ON kuashan.county_part FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.county_part FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'administrator')
    AND current_setting('kuashan.area', true) = '');
CREATE POLICY seen ON kuashan.revision_part FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.revision_part FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'administrator')
    AND current_setting('kuashan.area', true) = '');

CREATE POLICY seen ON kuashan.import_finding FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'auditor', 'administrator')
    AND current_setting('kuashan.area', true) = '');
CREATE POLICY made ON kuashan.import_finding FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'administrator')
    AND current_setting('kuashan.area', true) = '');

CREATE POLICY seen ON kuashan.row_edit FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'auditor', 'administrator')
    AND (division IS NULL OR starts_with(division, current_setting('kuashan.area', true))));
CREATE POLICY made ON kuashan.row_edit FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department', 'township', 'administrator')
    AND (current_setting('kuashan.area', true) = '' OR
      (division IS NOT NULL AND starts_with(division, current_setting('kuashan.area', true))))
    AND made_by::text = current_setting('kuashan.account', true));

GRANT SELECT, INSERT, UPDATE (head, version, name, name_en) ON kuashan.county TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (state) ON kuashan.revision TO kuashan_app;
GRANT SELECT, INSERT ON kuashan.county_row, kuashan.county_part, kuashan.revision_part,
  kuashan.import_finding, kuashan.row_edit TO kuashan_app;
