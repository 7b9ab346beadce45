-- Counts every row that is written to the tables of scores.
CREATE TABLE score_writes (written text NOT NULL);
CREATE FUNCTION note_score_write() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO onerow.score_writes VALUES (TG_OP); RETURN NULL; END';
CREATE TRIGGER scores_written AFTER INSERT OR UPDATE ON pattern_quality_metrics FOR EACH ROW EXECUTE FUNCTION note_score_write();
CREATE TRIGGER history_written AFTER INSERT OR UPDATE ON pattern_quality_history FOR EACH ROW EXECUTE FUNCTION note_score_write();
