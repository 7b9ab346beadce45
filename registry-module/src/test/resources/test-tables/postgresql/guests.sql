CREATE TABLE public.guests (id integer, name varchar(20), city text);
INSERT INTO public.guests VALUES (1, 'Ann', 'Oslo'), (2, 'Bo', 'Rome'), (3, NULL, 'Oslo');
