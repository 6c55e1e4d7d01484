-- The register of vehicles that run: papers and fit-out with the day each runs out.

CREATE TABLE kuashan.fleet_vehicle (
  county text NOT NULL REFERENCES kuashan.county,
  fleet_vehicle uuid NOT NULL,
  -- Id of the vehicle in the county's data; null for one that no plan knows yet.
  vehicle text,
  plate text NOT NULL CHECK (length(plate) BETWEEN 1 AND 20),
  kind text NOT NULL,
  owner text NOT NULL,
  licence_until date,
  inspection_until date,
  insurance_until date,
  -- Fit-out item → the day its check runs out.
  fit_out jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'in-service' CHECK (state IN ('in-service', 'workshop', 'retired')),
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, fleet_vehicle),
  UNIQUE (county, plate)
);

ALTER TABLE kuashan.fleet_vehicle ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.fleet_vehicle AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.fleet_vehicle FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'crew', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.fleet_vehicle FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department')
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.fleet_vehicle FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'department'));
GRANT SELECT, INSERT, UPDATE (vehicle, plate, kind, owner, licence_until, inspection_until,
  insurance_until, fit_out, state, version, changed_at) ON kuashan.fleet_vehicle TO kuashan_app;
