package dev.onerow.persistence.views;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.database.CurrentTransaction;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Chooses the form that the database in use needs. */
@Factory
final class ViewBeans {

    @Singleton
    Views views(DatabaseKind kind, CurrentTransaction transaction, ViewSettings settings) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresViews(transaction, settings, Views.CREATION_LIMIT);
            case SQLITE -> new SqliteViews(transaction);
        };
    }

    @Singleton
    ViewRows viewRows(
            DatabaseKind kind,
            TransactionOperations<Connection> operations,
            CurrentTransaction transaction,
            ViewSettings settings) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresViewRows(operations, transaction, settings, ViewRows.FETCH_LIMIT);
            case SQLITE -> new SqliteViewRows(operations, transaction, ViewRows.FETCH_LIMIT);
        };
    }
}
