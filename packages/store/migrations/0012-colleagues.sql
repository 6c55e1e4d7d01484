-- Who works for the county know each other by name: who said, decided or asked for something is a person, not a number.

CREATE POLICY known_to_colleagues ON kuashan.account FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'crew', 'steward', 'agent', 'volunteer'));
