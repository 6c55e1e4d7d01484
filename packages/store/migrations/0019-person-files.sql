-- Files of persons that went to another county or came from one. What came is kept whole and sealed: earlier places and
-- numbers go on with the person when they move again.

CREATE TABLE kuashan.person_file (
  county text NOT NULL,
  person_file uuid NOT NULL,
  person uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  format integer NOT NULL,
  -- The file that came; null of one that went out.
  file_sealed bytea,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (county, person_file),
  FOREIGN KEY (county, person) REFERENCES kuashan.person (county, person)
);
CREATE INDEX person_file_by_person ON kuashan.person_file (county, person);

ALTER TABLE kuashan.person_file ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_county ON kuashan.person_file AS RESTRICTIVE
  USING (county = current_setting('kuashan.county', true));
-- Seen, and added, by whoever sees the person; crews and agents exchange none.
CREATE POLICY seen ON kuashan.person_file FOR SELECT
  USING (EXISTS (SELECT 1 FROM kuashan.person p
    WHERE p.county = person_file.county AND p.person = person_file.person));
CREATE POLICY made ON kuashan.person_file FOR INSERT
  WITH CHECK (current_setting('kuashan.role', true) IN ('department', 'township')
    AND current_setting('kuashan.purpose', true) = 'delivery'
    AND made_by::text = current_setting('kuashan.account', true)
    AND EXISTS (SELECT 1 FROM kuashan.person p
      WHERE p.county = person_file.county AND p.person = person_file.person));
GRANT SELECT, INSERT ON kuashan.person_file TO kuashan_app;
