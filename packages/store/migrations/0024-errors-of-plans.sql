-- How many errors the checker left in a saved plan: what stands in its way is told without reading every finding.
-- Findings were written without spaces, and quotes inside their texts are escaped, so each error has this text once.
-- From here on the count is saved with the findings: an ordinary column, which a backup can bring back.
ALTER TABLE kuashan.plan_version ADD COLUMN errors integer
  GENERATED ALWAYS AS (regexp_count(findings, '"severity":"error"')) STORED;
ALTER TABLE kuashan.plan_version ALTER COLUMN errors DROP EXPRESSION, ALTER COLUMN errors SET NOT NULL;
