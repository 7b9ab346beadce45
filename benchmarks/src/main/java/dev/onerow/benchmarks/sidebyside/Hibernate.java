package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;

/**
 * Hibernate's {@code StatelessSession.upsertMultiple} in JDBC batches of 1,000. It overwrites, because it cannot merge:
 * so it does less than the others. PostgreSQL only, because Hibernate itself has no dialect for SQLite.
 */
final class Hibernate<R> implements Peer<R> {
    private final SessionFactory factory;
    private final StatelessSession session;

    Hibernate(Bench bench) {
        factory = new Configuration()
                .addAnnotatedClass(CounterEntity.class)
                .addAnnotatedClass(ScoreEntity.class)
                .setProperty("hibernate.connection.url", bench.url("reWriteBatchedInserts=true"))
                .setProperty("hibernate.connection.pool_size", "1")
                .setProperty("hibernate.jdbc.batch_size", "1000")
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .buildSessionFactory();
        session = factory.openStatelessSession();
    }

    @Override
    public void write(Batch<R> batch) {
        Transaction transaction = session.beginTransaction();
        session.upsertMultiple(batch.entities());
        transaction.commit();
    }

    @Override
    public void close() {
        session.close();
        factory.close();
    }
}
