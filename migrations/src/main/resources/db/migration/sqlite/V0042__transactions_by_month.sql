-- Statistics add up amounts by account, month and flow: this index alone has all that they read, in their order.
DROP INDEX ix_transactions_account_month;
CREATE INDEX ix_transactions_account_month ON transactions (account_id, year, month, flow, amount);
