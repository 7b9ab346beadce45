CREATE TABLE public.authors (author_id integer, name text);
CREATE TABLE public.books (book_id integer, author_id integer, title text, pages integer);
INSERT INTO public.authors VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
INSERT INTO public.books VALUES (1, 1, 'Rivers', 120), (2, 1, 'Lakes', 80), (3, 2, 'Stones', 300);
