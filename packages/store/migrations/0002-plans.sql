-- Scenarios, measurements, plans and the road of a plan to publication. History stays: versions, steps,
-- comments, notices and objections are added, never changed; only heads and answers are updated.

CREATE TABLE kuashan.scenario (
  county text NOT NULL REFERENCES kuashan.county,
  scenario uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  revision uuid NOT NULL,
  -- The list of changes as JSON text, byte for byte as it was made.
  changes text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, scenario),
  FOREIGN KEY (county, revision) REFERENCES kuashan.revision (county, revision)
);

CREATE TABLE kuashan.measurement (
  county text NOT NULL REFERENCES kuashan.county,
  measurement uuid NOT NULL,
  revision uuid NOT NULL,
  scenario uuid,
  as_of date NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  document text NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, measurement),
  FOREIGN KEY (county, revision) REFERENCES kuashan.revision (county, revision),
  FOREIGN KEY (county, scenario) REFERENCES kuashan.scenario (county, scenario)
);

CREATE TABLE kuashan.plan (
  county text NOT NULL REFERENCES kuashan.county,
  plan uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  revision uuid NOT NULL,
  scenario uuid,
  -- The plan it is a difference from; null where that is today.
  diff_base uuid,
  step text NOT NULL CHECK (step IN
    ('draft', 'comments', 'notice', 'objections', 'review', 'decision', 'published', 'replaced', 'withdrawn')),
  -- Every save and every step counts it up: what an editor's expectation is compared with.
  version integer NOT NULL DEFAULT 1,
  -- The version of the newest document, a plan_version.
  document_version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, plan),
  FOREIGN KEY (county, revision) REFERENCES kuashan.revision (county, revision),
  FOREIGN KEY (county, scenario) REFERENCES kuashan.scenario (county, scenario),
  FOREIGN KEY (county, diff_base) REFERENCES kuashan.plan (county, plan)
);

CREATE TABLE kuashan.plan_version (
  county text NOT NULL,
  plan uuid NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  document text NOT NULL,
  -- Findings of the independent checker on this document, as JSON text.
  findings text NOT NULL,
  note text NOT NULL DEFAULT '',
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, plan, version),
  FOREIGN KEY (county, plan) REFERENCES kuashan.plan (county, plan)
);

CREATE TABLE kuashan.plan_step (
  county text NOT NULL,
  plan uuid NOT NULL,
  version integer NOT NULL,
  from_step text NOT NULL,
  to_step text NOT NULL,
  -- What the step leans on: minutes of a meeting, the opinion of the lawyer, the list of posted notices.
  note text NOT NULL DEFAULT '',
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, plan, version),
  FOREIGN KEY (county, plan) REFERENCES kuashan.plan (county, plan)
);

CREATE TABLE kuashan.plan_comment (
  county text NOT NULL,
  plan uuid NOT NULL,
  comment uuid NOT NULL,
  department text NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, plan, comment),
  FOREIGN KEY (county, plan) REFERENCES kuashan.plan (county, plan)
);

-- One page for one village: when and where it was posted.
CREATE TABLE kuashan.plan_notice (
  county text NOT NULL,
  plan uuid NOT NULL,
  division text NOT NULL CHECK (division ~ '^[0-9]{12}$'),
  posted_on date NOT NULL,
  place text NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, plan, division),
  FOREIGN KEY (county, plan) REFERENCES kuashan.plan (county, plan)
);

-- A village says no. Answered with the price of what it asks for and with who would lose their visit.
CREATE TABLE kuashan.objection (
  county text NOT NULL,
  plan uuid NOT NULL,
  objection uuid NOT NULL,
  division text NOT NULL CHECK (division ~ '^[0-9]{12}$'),
  settlement text,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  answer text,
  price_fen bigint,
  displaced jsonb,
  accepted boolean,
  answered_by uuid,
  answered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, plan, objection),
  FOREIGN KEY (county, plan) REFERENCES kuashan.plan (county, plan)
);

ALTER TABLE kuashan.scenario ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.measurement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.plan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.plan_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.plan_step ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.plan_comment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.plan_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE kuashan.objection ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_county ON kuashan.scenario AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.measurement AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.plan AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.plan_version AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.plan_step AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.plan_comment AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.plan_notice AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY own_county ON kuashan.objection AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));

CREATE POLICY seen ON kuashan.scenario FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.scenario FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'planner'
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.scenario FOR UPDATE
  USING (current_setting('kuashan.role', true) = 'planner');

CREATE POLICY seen ON kuashan.measurement FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.measurement FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'department')
    AND made_by::text = current_setting('kuashan.account', true));

-- The office sees every plan; those who carry it out see what has been published.
CREATE POLICY seen ON kuashan.plan FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'auditor', 'administrator')
    OR (current_setting('kuashan.role', true) IN ('crew', 'steward', 'agent', 'volunteer')
      AND step IN ('published', 'replaced')));
CREATE POLICY made ON kuashan.plan FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'planner' AND step = 'draft'
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.plan FOR UPDATE
  USING (current_setting('kuashan.role', true) IN ('planner', 'leader'));

CREATE POLICY seen ON kuashan.plan_version FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'auditor', 'administrator')
    OR (current_setting('kuashan.role', true) IN ('crew', 'steward', 'agent', 'volunteer')
      AND EXISTS (SELECT 1 FROM kuashan.plan p WHERE p.county = plan_version.county
        AND p.plan = plan_version.plan AND p.document_version = plan_version.version)));
CREATE POLICY made ON kuashan.plan_version FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'leader')
    AND made_by::text = current_setting('kuashan.account', true));

CREATE POLICY seen ON kuashan.plan_step FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.plan_step FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'leader')
    AND made_by::text = current_setting('kuashan.account', true));

CREATE POLICY seen ON kuashan.plan_comment FOR SELECT
  USING (current_setting('kuashan.role', true) IN
    ('leader', 'planner', 'department', 'township', 'auditor', 'administrator'));
CREATE POLICY made ON kuashan.plan_comment FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('department', 'township', 'planner')
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.plan_comment FOR UPDATE
  USING (current_setting('kuashan.role', true) = 'planner');

CREATE POLICY seen ON kuashan.plan_notice FOR SELECT
  USING (current_setting('kuashan.role', true) IN ('leader', 'planner', 'department', 'township',
      'crew', 'steward', 'agent', 'auditor', 'administrator')
    AND starts_with(division, current_setting('kuashan.area', true)));
CREATE POLICY made ON kuashan.plan_notice FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township')
    AND starts_with(division, current_setting('kuashan.area', true))
    AND made_by::text = current_setting('kuashan.account', true));

CREATE POLICY seen ON kuashan.objection FOR SELECT
  USING (current_setting('kuashan.role', true) IN
      ('leader', 'planner', 'department', 'township', 'steward', 'agent', 'auditor', 'administrator')
    AND starts_with(division, current_setting('kuashan.area', true)));
CREATE POLICY made ON kuashan.objection FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('planner', 'township', 'steward', 'agent')
    AND starts_with(division, current_setting('kuashan.area', true))
    AND made_by::text = current_setting('kuashan.account', true));
CREATE POLICY changed ON kuashan.objection FOR UPDATE
  USING (current_setting('kuashan.role', true) = 'planner'
    AND starts_with(division, current_setting('kuashan.area', true)));

GRANT SELECT, INSERT, UPDATE (name, changes, version, changed_at) ON kuashan.scenario TO kuashan_app;
GRANT SELECT, INSERT ON kuashan.measurement, kuashan.plan_version, kuashan.plan_step,
  kuashan.plan_notice TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (name, step, version, document_version, changed_at)
  ON kuashan.plan TO kuashan_app;
GRANT SELECT, INSERT, UPDATE (answer, answered_by, answered_at, version)
  ON kuashan.plan_comment TO kuashan_app;
GRANT SELECT, INSERT,
  UPDATE (answer, price_fen, displaced, accepted, answered_by, answered_at, version)
  ON kuashan.objection TO kuashan_app;
