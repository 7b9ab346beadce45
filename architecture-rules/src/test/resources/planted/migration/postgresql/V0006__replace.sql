-- Planted: TRUNCATE inside a block.
DO $$
BEGIN
    TRUNCATE station;
END
$$;
