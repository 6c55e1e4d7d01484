-- Roles see and write what the routes open to them. Plans that hang in the villages may be seen by those who hang them
-- and take down what residents say; leaders comment as departments do; what has been said is answered by the planner.

DROP POLICY seen ON kuashan.plan;
CREATE POLICY seen ON kuashan.plan FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'auditor', 'administrator')
    OR (current_setting('kuashan.role', true) IN ('steward', 'agent')
      AND step IN ('notice', 'objections', 'review', 'decision', 'published', 'replaced'))
    OR (current_setting('kuashan.role', true) IN ('crew', 'volunteer')
      AND step IN ('published', 'replaced')));

DROP POLICY made ON kuashan.plan_comment;
CREATE POLICY made ON kuashan.plan_comment FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department', 'township')
    AND made_by::text = current_setting('kuashan.account', true));

DROP POLICY seen ON kuashan.plan_notice;
CREATE POLICY seen ON kuashan.plan_notice FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department', 'township',
      'crew', 'steward', 'agent', 'volunteer', 'auditor', 'administrator')
    AND starts_with(division, current_setting('kuashan.area', true)));
DROP POLICY made ON kuashan.plan_notice;
CREATE POLICY made ON kuashan.plan_notice FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township', 'steward')
    AND starts_with(division, current_setting('kuashan.area', true))
    AND made_by::text = current_setting('kuashan.account', true));

-- A township has its own register read in.
DROP POLICY made ON kuashan.job;
CREATE POLICY made ON kuashan.job FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'administrator')
    AND asked_by::text = current_setting('kuashan.account', true)
    AND asked_role = current_setting('kuashan.role', true)
    AND asked_area = current_setting('kuashan.area', true)
    AND asked_purpose = current_setting('kuashan.purpose', true));
DROP POLICY changed ON kuashan.job;
CREATE POLICY changed ON kuashan.job FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('worker', 'leader', 'planner', 'administrator')
    OR asked_by::text = current_setting('kuashan.account', true));

-- The server itself, reading a county whole to answer somebody who is shown a part of it. It writes nothing.
CREATE POLICY read_whole ON kuashan.revision FOR SELECT
  USING (current_setting('kuashan.role', true) = 'reader');
CREATE POLICY read_whole ON kuashan.county_row FOR SELECT
  USING (current_setting('kuashan.role', true) = 'reader');
CREATE POLICY read_whole ON kuashan.county_part FOR SELECT
  USING (current_setting('kuashan.role', true) = 'reader');
CREATE POLICY read_whole ON kuashan.revision_part FOR SELECT
  USING (current_setting('kuashan.role', true) = 'reader');
CREATE POLICY read_whole ON kuashan.row_edit FOR SELECT
  USING (current_setting('kuashan.role', true) = 'reader');
CREATE POLICY read_whole ON kuashan.fleet_vehicle FOR SELECT
  USING (current_setting('kuashan.role', true) = 'reader');
CREATE POLICY read_whole ON kuashan.scenario FOR SELECT
  USING (current_setting('kuashan.role', true) = 'reader');
