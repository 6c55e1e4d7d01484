-- The county's goals as a tree, kept whole: each change is a version of its own and none is ever changed.
-- The key is the lock: of two people who both make version 3 one is refused.

CREATE TABLE kuashan.goal_tree (
  county text NOT NULL REFERENCES kuashan.county,
  version integer NOT NULL CHECK (version >= 1),
  goals jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, version)
);

ALTER TABLE kuashan.goal_tree ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.goal_tree AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.goal_tree FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.goal_tree FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('leader', 'planner')
    AND current_setting('kuashan.area', true) = ''
    AND made_by::text = current_setting('kuashan.account', true));
GRANT SELECT, INSERT ON kuashan.goal_tree TO kuashan_app;
