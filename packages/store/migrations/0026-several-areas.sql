-- Somebody may hold a role in several areas. kuashan.area names them all, with a space between; kuashan.places says the same
-- as patterns of LIKE ('%' for the whole county), so that a policy asks of a row whether it lies in any of them. Nothing
-- set, nothing seen.

ALTER POLICY seen ON kuashan.county_row
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'auditor', 'administrator')
    AND (division IS NULL
      OR division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))));

ALTER POLICY seen ON kuashan.row_edit
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'auditor', 'administrator')
    AND (division IS NULL
      OR division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))));
ALTER POLICY made ON kuashan.row_edit
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department', 'township', 'administrator')
    AND (current_setting('kuashan.area', true) = ''
      OR division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')))
    AND made_by::text = current_setting('kuashan.account', true));

ALTER POLICY seen ON kuashan.plan_notice
  USING (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department', 'township',
      'crew', 'steward', 'agent', 'volunteer', 'auditor', 'administrator')
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')));
ALTER POLICY made ON kuashan.plan_notice
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township', 'steward')
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
    AND made_by::text = current_setting('kuashan.account', true));

ALTER POLICY seen ON kuashan.objection
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'steward', 'agent', 'auditor', 'administrator')
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')));
ALTER POLICY made ON kuashan.objection
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township', 'steward', 'agent')
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
    AND made_by::text = current_setting('kuashan.account', true));
ALTER POLICY changed ON kuashan.objection
  USING (current_setting('kuashan.role', true) = 'planner'
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')));

ALTER POLICY seen ON kuashan.concern
  USING (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department', 'township',
      'steward', 'agent', 'auditor', 'administrator')
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')));
ALTER POLICY made ON kuashan.concern
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township', 'steward', 'agent')
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
    AND made_by::text = current_setting('kuashan.account', true));
ALTER POLICY changed ON kuashan.concern
  USING (current_setting('kuashan.role', true) IN ('planner', 'township')
    AND division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')));

ALTER POLICY made ON kuashan.department_event
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department')
    AND village LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
    AND made_by::text = current_setting('kuashan.account', true));
ALTER POLICY changed ON kuashan.department_event
  USING (current_setting('kuashan.role', true) IN ('planner', 'department')
    AND village LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')));

ALTER POLICY seen ON kuashan.person
  USING (division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' ')) AND (
    (current_setting('kuashan.role', true) IN ('department', 'township', 'crew', 'steward', 'agent')
      AND current_setting('kuashan.purpose', true) = 'delivery')
    OR (current_setting('kuashan.role', true) IN ('department', 'township', 'steward', 'agent')
      AND current_setting('kuashan.purpose', true) = 'entitlement')
    OR (current_setting('kuashan.role', true) = 'auditor'
      AND current_setting('kuashan.purpose', true) = 'audit')));
ALTER POLICY made ON kuashan.person
  WITH CHECK (division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
    AND current_setting('kuashan.role', true) IN ('department', 'township', 'steward', 'agent')
    AND current_setting('kuashan.purpose', true) IN ('delivery', 'entitlement')
    AND made_by::text = current_setting('kuashan.account', true));
ALTER POLICY changed ON kuashan.person
  USING (division LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
    AND current_setting('kuashan.role', true) IN ('department', 'township', 'steward', 'agent')
    AND current_setting('kuashan.purpose', true) IN ('delivery', 'entitlement'));

-- Work was asked for in one area or in several: it lies inside those of a caller when each of them does.
ALTER POLICY exports_seen ON kuashan.job
  USING (kind = 'export' AND current_setting('kuashan.role', true) IN ('department', 'township')
    AND true = ALL (
      SELECT place LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
      FROM regexp_split_to_table(asked_area, ' ') AS place));
ALTER POLICY inside_area ON kuashan.job
  USING (asked_by::text = current_setting('kuashan.account', true)
    OR true = ALL (
      SELECT place LIKE ANY (string_to_array(current_setting('kuashan.places', true), ' '))
      FROM regexp_split_to_table(asked_area, ' ') AS place));
