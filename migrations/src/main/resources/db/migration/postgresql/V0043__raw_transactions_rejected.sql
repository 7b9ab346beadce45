-- Lists show the first rejected records of each import, which may be few among tens of thousands.
CREATE INDEX ix_raw_transactions_rejected ON raw_transactions (import_batch_id, row_number) WHERE outcome = 'rejected';
