-- What the office sees of long work; the queue's own tables (schema kuashan_queue) only carry it.
-- The work's key makes the same job asked for twice one job.

CREATE TABLE kuashan.job (
  county text NOT NULL REFERENCES kuashan.county,
  job uuid NOT NULL,
  kind text NOT NULL,
  work_key text NOT NULL CHECK (length(work_key) BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  input jsonb NOT NULL,
  progress jsonb NOT NULL DEFAULT '{}',
  result jsonb,
  problem jsonb,
  asked_by uuid NOT NULL,
  asked_role text NOT NULL,
  asked_area text NOT NULL,
  asked_purpose text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (county, job),
  UNIQUE (county, kind, work_key)
);

ALTER TABLE kuashan.job ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.job AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.job FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'auditor', 'administrator', 'worker')
    OR asked_by::text = current_setting('kuashan.account', true));
CREATE POLICY made ON kuashan.job FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'administrator')
    AND asked_by::text = current_setting('kuashan.account', true)
    AND asked_role = current_setting('kuashan.role', true)
    AND asked_area = current_setting('kuashan.area', true)
    AND asked_purpose = current_setting('kuashan.purpose', true));
CREATE POLICY changed ON kuashan.job FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('worker', 'planner', 'administrator')
    OR asked_by::text = current_setting('kuashan.account', true));
GRANT SELECT, INSERT, UPDATE (state, progress, result, problem, started_at, ended_at)
  ON kuashan.job TO kuashan_app;
