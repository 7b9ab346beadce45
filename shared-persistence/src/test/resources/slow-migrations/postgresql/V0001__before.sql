-- There before the slow one.
CREATE TABLE before_it (id INTEGER PRIMARY KEY);
