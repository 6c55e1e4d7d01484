-- What residents are concerned about, each time it was raised, and the weights that order the queue. A concern is closed
-- by its answer; what was said stays.

CREATE TABLE kuashan.concern (
  county text NOT NULL REFERENCES kuashan.county,
  concern uuid NOT NULL,
  division text NOT NULL CHECK (division ~ '^[0-9]{12}$'),
  settlement text,
  -- Id of the service it is about; null where it is about none of the catalogue.
  service text,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  people integer NOT NULL CHECK (people >= 1),
  severity text NOT NULL CHECK (severity IN ('nuisance', 'hardship', 'danger')),
  -- The objection to a plan that it was taken from; null where somebody entered it.
  plan uuid,
  objection uuid,
  answer text CHECK (length(answer) BETWEEN 1 AND 4000),
  answered_by uuid,
  answered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, concern),
  UNIQUE (county, plan, objection),
  FOREIGN KEY (county, plan, objection) REFERENCES kuashan.objection (county, plan, objection)
);

-- The first voice is the concern itself; each later one says that it was raised again, or brings votes.
CREATE TABLE kuashan.concern_voice (
  county text NOT NULL,
  concern uuid NOT NULL,
  voice uuid NOT NULL,
  said_on date NOT NULL,
  raised boolean NOT NULL,
  votes integer NOT NULL DEFAULT 0 CHECK (votes >= 0),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, concern, voice),
  FOREIGN KEY (county, concern) REFERENCES kuashan.concern (county, concern)
);

-- Each change is a version of its own; the key is the lock.
CREATE TABLE kuashan.concern_weights (
  county text NOT NULL REFERENCES kuashan.county,
  version integer NOT NULL CHECK (version >= 1),
  weights jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, version)
);

ALTER TABLE kuashan.concern ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.concern_voice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.concern_weights ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_county ON kuashan.concern AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.concern_voice AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.concern_weights AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));

CREATE POLICY seen ON kuashan.concern FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department', 'township',
      'steward', 'agent', 'auditor', 'administrator')
    AND starts_with(division, current_setting('kuashan.area', true)));
CREATE POLICY made ON kuashan.concern FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township', 'steward', 'agent')
    AND starts_with(division, current_setting('kuashan.area', true))
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.concern FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'township')
    AND starts_with(division, current_setting('kuashan.area', true)));

-- A voice is seen, and added, by whoever sees its concern.
CREATE POLICY seen ON kuashan.concern_voice FOR SELECT
  USING (EXISTS (SELECT 1 FROM kuashan.concern c
    WHERE c.county = concern_voice.county AND c.concern = concern_voice.concern));
CREATE POLICY made ON kuashan.concern_voice FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township', 'steward', 'agent')
    AND made_by::text = current_setting('kuashan.account', true)
    AND EXISTS (SELECT 1 FROM kuashan.concern c
      WHERE c.county = concern_voice.county AND c.concern = concern_voice.concern));

CREATE POLICY seen ON kuashan.concern_weights FOR SELECT
  USING (current_setting('kuashan.role', true) <> '');
CREATE POLICY made ON kuashan.concern_weights FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('leader', 'planner')
    AND current_setting('kuashan.area', true) = ''
    AND made_by::text = current_setting('kuashan.account', true));

GRANT SELECT, INSERT, UPDATE (answer, answered_by, answered_at, version) ON kuashan.concern
  TO kuashan_app;
GRANT SELECT, INSERT ON kuashan.concern_voice, kuashan.concern_weights TO kuashan_app;
