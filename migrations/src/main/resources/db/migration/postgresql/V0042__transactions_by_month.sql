-- SQLite has statistics added up from this index alone. PostgreSQL does it faster from the table, by several processes at once.
COMMENT ON INDEX ix_transactions_account_month IS 'Transactions of an account by month; statistics read the table itself.';
