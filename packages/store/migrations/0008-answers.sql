-- Answers of long work that are documents (a comparison, an explanation, the menu of a re-plan with its plans), and
-- scenarios that are no longer listed. Departments see work that somebody else asked for: an answer is found once.

CREATE TABLE kuashan.job_document (
  county text NOT NULL REFERENCES kuashan.county,
  job uuid NOT NULL,
  part text NOT NULL CHECK (length(part) BETWEEN 1 AND 40),
  -- JSON text, byte for byte as it was made.
  document text NOT NULL,
  PRIMARY KEY (county, job, part),
  FOREIGN KEY (county, job) REFERENCES kuashan.job (county, job)
);

ALTER TABLE kuashan.job_document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.job_document AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.job_document FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.job_document FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department'));
GRANT SELECT, INSERT ON kuashan.job_document TO kuashan_app;

CREATE POLICY seen_by_departments ON kuashan.job FOR SELECT
  USING (current_setting('kuashan.role', true) = 'department');

ALTER TABLE kuashan.scenario ADD COLUMN dropped_at timestamptz;
GRANT UPDATE (dropped_at) ON kuashan.scenario TO kuashan_app;
