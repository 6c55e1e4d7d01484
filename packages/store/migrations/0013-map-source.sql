-- The map under the county's places: each change is a version of its own; an empty one takes the map away.

CREATE TABLE kuashan.map_source (
  county text NOT NULL REFERENCES kuashan.county,
  version integer NOT NULL CHECK (version >= 1),
  source jsonb,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, version)
);

ALTER TABLE kuashan.map_source ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.map_source AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
CREATE POLICY seen ON kuashan.map_source FOR SELECT
  USING (current_setting('kuashan.role', true) <> '');
CREATE POLICY made ON kuashan.map_source FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) = 'administrator'
    AND current_setting('kuashan.area', true) = ''
    AND made_by::text = current_setting('kuashan.account', true));
GRANT SELECT, INSERT ON kuashan.map_source TO kuashan_app;
