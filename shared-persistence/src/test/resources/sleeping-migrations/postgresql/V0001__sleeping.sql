-- Silent for longer than any other statement may be.
SELECT pg_sleep(3);
