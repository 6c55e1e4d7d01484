-- How the price of an answer and the people it displaces were found: by edits tried on the plan, or reckoned by hand.
ALTER TABLE kuashan.objection ADD COLUMN source jsonb;
GRANT UPDATE (source) ON kuashan.objection TO kuashan_app;

-- Work may be asked to end with the best it has found; unlike a cancelled job it is kept.
ALTER TABLE kuashan.job ADD COLUMN finish_asked_at timestamptz;
GRANT UPDATE (finish_asked_at) ON kuashan.job TO kuashan_app;
