-- Reports that people define: each save is a version of its own and none is ever changed; the newest says whether the
-- report is still listed. The key is the lock: of two people who both make version 3 one is refused.

CREATE TABLE kuashan.report (
  county text NOT NULL REFERENCES kuashan.county,
  report uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  ask jsonb NOT NULL,
  is_dropped boolean NOT NULL DEFAULT false,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, report, version)
);

ALTER TABLE kuashan.report ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.report AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.report FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.report FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department')
    AND made_by::text = current_setting('kuashan.account', true));
GRANT SELECT, INSERT ON kuashan.report TO kuashan_app;
