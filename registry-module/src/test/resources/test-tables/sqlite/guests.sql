CREATE TABLE guests (id INTEGER, name VARCHAR(20), city TEXT);
INSERT INTO guests VALUES (1, 'Ann', 'Oslo'), (2, 'Bo', 'Rome'), (3, NULL, 'Oslo');
