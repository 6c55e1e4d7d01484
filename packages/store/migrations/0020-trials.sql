-- New ways of supply that are tried: each save is a version of its own, so a forecast can never be rewritten afterwards.

CREATE TABLE kuashan.trial (
  county text NOT NULL REFERENCES kuashan.county,
  trial uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  document jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, trial, version)
);

ALTER TABLE kuashan.trial ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.trial AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.trial FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.trial FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('leader', 'planner')
    AND current_setting('kuashan.area', true) = ''
    AND made_by::text = current_setting('kuashan.account', true));
GRANT SELECT, INSERT ON kuashan.trial TO kuashan_app;
