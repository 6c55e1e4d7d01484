-- The shared calendar: what each department does in a village on a day by itself, so that two who come on one day are seen.

CREATE TABLE kuashan.department_event (
  county text NOT NULL REFERENCES kuashan.county,
  department_event uuid NOT NULL,
  department text NOT NULL CHECK (length(department) BETWEEN 1 AND 100),
  village text NOT NULL CHECK (village ~ '^\d{12}$'),
  day date NOT NULL,
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 200),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'joint', 'cancelled')),
  -- What was agreed on it: the note to the department.
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, department_event),
  UNIQUE (county, village, day, department, purpose)
);

ALTER TABLE kuashan.department_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.department_event AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.department_event FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.department_event FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department')
    AND starts_with(village, current_setting('kuashan.area', true))
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.department_event FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'department')
    AND starts_with(village, current_setting('kuashan.area', true)));
GRANT SELECT, INSERT, UPDATE (department, village, day, purpose, state, note, version, changed_at)
  ON kuashan.department_event TO kuashan_app;

-- The rest of what a register of vehicles says: seats, cold box, who drives, where the vehicle lives and when it runs.

ALTER TABLE kuashan.fleet_vehicle
  ADD seats integer CHECK (seats BETWEEN 0 AND 100),
  ADD cold_box boolean NOT NULL DEFAULT false,
  ADD driver text NOT NULL DEFAULT '' CHECK (length(driver) <= 100),
  ADD home text NOT NULL DEFAULT '' CHECK (length(home) <= 200),
  -- Weekday and minutes after midnight, as the core has them.
  ADD hours jsonb NOT NULL DEFAULT '[]';
GRANT UPDATE (seats, cold_box, driver, home, hours) ON kuashan.fleet_vehicle TO kuashan_app;

-- One register of what units share: posts, vehicles, rooms and devices, with what they lend and who has booked it.
-- No hour of a resource is booked twice: the database itself refuses it.

CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

CREATE TABLE kuashan.shared_resource (
  county text NOT NULL REFERENCES kuashan.county,
  shared_resource uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('post', 'vehicle', 'room', 'device')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  owner text NOT NULL CHECK (length(owner) BETWEEN 1 AND 200),
  -- A village or township, here or in a neighbouring county.
  place text NOT NULL CHECK (place ~ '^\d{12}$'),
  skills text[] NOT NULL,
  -- Free hours: weekday and minutes after midnight, as the core has them.
  hours jsonb NOT NULL,
  reach text NOT NULL CHECK (reach IN ('none', 'township', 'county', 'neighbours')),
  price_per_hour_fen integer NOT NULL CHECK (price_per_hour_fen >= 0),
  notice_days integer NOT NULL CHECK (notice_days >= 0),
  -- Row of the county's data that it was taken over from.
  source text,
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, shared_resource),
  UNIQUE (county, source)
);

CREATE TABLE kuashan.resource_booking (
  county text NOT NULL,
  resource_booking uuid NOT NULL,
  shared_resource uuid NOT NULL,
  unit text NOT NULL CHECK (length(unit) BETWEEN 1 AND 200),
  day date NOT NULL,
  from_minute integer NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
  to_minute integer NOT NULL CHECK (to_minute BETWEEN 0 AND 1440),
  purpose text NOT NULL CHECK (length(purpose) <= 500),
  -- Owner and price as they were when it was agreed.
  owner text NOT NULL,
  price_per_hour_fen integer NOT NULL CHECK (price_per_hour_fen >= 0),
  state text NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'cancelled')),
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, resource_booking),
  FOREIGN KEY (county, shared_resource) REFERENCES kuashan.shared_resource (county, shared_resource),
  CHECK (from_minute < to_minute),
  CONSTRAINT never_booked_twice EXCLUDE USING gist (
    county WITH =, shared_resource WITH =, day WITH =, int4range(from_minute, to_minute) WITH &&
  ) WHERE (state = 'booked')
);

ALTER TABLE kuashan.shared_resource ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.resource_booking ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.shared_resource AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.resource_booking AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.shared_resource FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY seen ON kuashan.resource_booking FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.shared_resource FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department')
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY made ON kuashan.resource_booking FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department', 'township')
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.shared_resource FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'department'));
CREATE POLICY changed ON kuashan.resource_booking FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'department')
    OR (current_setting('kuashan.role', true) = 'township'
      AND made_by::text = current_setting('kuashan.account', true)));
GRANT SELECT, INSERT, UPDATE (kind, name, owner, place, skills, hours, reach, price_per_hour_fen, notice_days,
  version, changed_at) ON kuashan.shared_resource TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (state, version, changed_at) ON kuashan.resource_booking TO kuashan_app;
