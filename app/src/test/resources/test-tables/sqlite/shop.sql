CREATE TABLE authors (author_id INTEGER, name TEXT);
CREATE TABLE books (book_id INTEGER, author_id INTEGER, title TEXT, pages INTEGER);
INSERT INTO authors VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
INSERT INTO books VALUES (1, 1, 'Rivers', 120), (2, 1, 'Lakes', 80), (3, 2, 'Stones', 300);
