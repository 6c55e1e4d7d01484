-- The county's policy texts that standards lean on, kept whole: each change is a version of its own.

CREATE TABLE kuashan.policy_register (
  county text NOT NULL REFERENCES kuashan.county,
  version integer NOT NULL CHECK (version >= 1),
  texts jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, version)
);

ALTER TABLE kuashan.policy_register ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.policy_register AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.policy_register FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.policy_register FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('leader', 'planner')
    AND current_setting('kuashan.area', true) = ''
    AND made_by::text = current_setting('kuashan.account', true));
GRANT SELECT, INSERT ON kuashan.policy_register TO kuashan_app;
