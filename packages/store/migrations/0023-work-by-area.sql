-- Who is bound to an area sees, stops and tries again what was asked for inside it and what they asked for themselves. A file
-- that somebody else asked for may be asked for again, and not be stopped.

CREATE POLICY inside_area ON kuashan.job AS RESTRICTIVE FOR SELECT
  USING (starts_with(asked_area, current_setting('kuashan.area', true))
    OR asked_by::text = current_setting('kuashan.account', true));

DROP POLICY exports_again ON kuashan.job;
CREATE POLICY exports_again ON kuashan.job FOR UPDATE
  USING (kind = 'export' AND current_setting('kuashan.role', true) IN
    ('leader', 'department', 'township', 'auditor'))
  WITH CHECK (kind = 'export' AND state = 'waiting');
