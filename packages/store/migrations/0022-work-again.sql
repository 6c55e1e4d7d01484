-- Work that begins again: how often it has begun. Files of a plan are made and registers of people brought in by jobs too,
-- so more roles ask for work.

ALTER TABLE kuashan.job ADD COLUMN begun integer NOT NULL DEFAULT 0;
GRANT UPDATE (begun) ON kuashan.job TO kuashan_app;

-- Everybody who may read a plan may have it as a file, and finds the one that somebody else had made.
CREATE POLICY exports_seen ON kuashan.job FOR SELECT
  USING (kind = 'export' AND current_setting('kuashan.role', true) IN ('department', 'township')
    AND starts_with(asked_area, current_setting('kuashan.area', true)));
CREATE POLICY exports_asked ON kuashan.job FOR INSERT
  WITH CHECK (kind = 'export' AND current_setting('kuashan.role', true) = 'auditor'
    AND asked_by::text = current_setting('kuashan.account', true)
    AND asked_role = current_setting('kuashan.role', true)
    AND asked_area = current_setting('kuashan.area', true)
    AND asked_purpose = current_setting('kuashan.purpose', true));
CREATE POLICY exports_again ON kuashan.job FOR UPDATE
  USING (kind = 'export' AND current_setting('kuashan.role', true) IN
    ('leader', 'department', 'township', 'auditor'));

-- Nobody but who asked reads what was found in a register of people.
CREATE POLICY registers_apart ON kuashan.job AS RESTRICTIVE FOR SELECT
  USING (kind <> 'register' OR current_setting('kuashan.role', true) = 'worker'
    OR asked_by::text = current_setting('kuashan.account', true));
