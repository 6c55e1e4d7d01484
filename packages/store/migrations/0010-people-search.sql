-- People as a county's own register gives them: found by name, pinyin and initials. The spellings are made by the app
-- when a name is kept. Circumstances (`care`) are sensitive: lists leave them out, a look of its own shows them.

ALTER TABLE kuashan.person
  ADD COLUMN register_id text COLLATE "C" CHECK (length(register_id) BETWEEN 1 AND 100),
  ADD COLUMN pinyin text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN initials text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN birth_year integer CHECK (birth_year BETWEEN 1850 AND 2200),
  ADD COLUMN care text[] NOT NULL DEFAULT '{}',
  -- Keyed hash of what the register said: a row that comes again unchanged is left as it is.
  ADD COLUMN content_index text CHECK (content_index ~ '^[0-9a-f]{64}$');
UPDATE kuashan.person SET birth_year = extract(year FROM birth_date) WHERE birth_date IS NOT NULL;
CREATE UNIQUE INDEX person_by_register ON kuashan.person (county, register_id);
CREATE INDEX person_by_pinyin ON kuashan.person (county, pinyin, person);
CREATE INDEX person_by_initials ON kuashan.person (county, initials, person);
DROP INDEX kuashan.person_by_name;
CREATE INDEX person_by_name ON kuashan.person (county, name, person);

GRANT UPDATE (register_id, pinyin, initials, birth_year, care, content_index) ON kuashan.person TO kuashan_app;
