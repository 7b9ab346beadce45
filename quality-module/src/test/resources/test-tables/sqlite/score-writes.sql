-- Counts every row that is written to the tables of scores.
CREATE TABLE score_writes (written TEXT NOT NULL);
CREATE TRIGGER scores_inserted AFTER INSERT ON pattern_quality_metrics BEGIN INSERT INTO score_writes VALUES ('i'); END;
CREATE TRIGGER scores_updated AFTER UPDATE ON pattern_quality_metrics BEGIN INSERT INTO score_writes VALUES ('u'); END;
CREATE TRIGGER history_inserted AFTER INSERT ON pattern_quality_history BEGIN INSERT INTO score_writes VALUES ('i'); END;
CREATE TRIGGER history_updated AFTER UPDATE ON pattern_quality_history BEGIN INSERT INTO score_writes VALUES ('u'); END;
