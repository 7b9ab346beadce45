package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micronaut.transaction.exceptions.UnexpectedRollbackException;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("counters")
class TransactionsTest {
    private final TestDatabase database;
    private final Transactions transactions;
    private final CurrentTransaction current;
    private final Counters counters;

    TransactionsTest(TestDatabase database) {
        this.database = database;
        this.transactions = database.bean(Transactions.class);
        this.current = database.bean(CurrentTransaction.class);
        this.counters = new Counters(database);
    }

    @BeforeEach
    void noCounters() {
        database.sql("DELETE FROM counters");
    }

    @Test
    void tellsWhetherOneIsActive() {
        assertThat(transactions.isActive()).isFalse();
        assertThat(transactions.write(transactions::isActive)).isTrue();
        assertThat(transactions.read(transactions::isActive)).isTrue();
        assertThat(transactions.isActive()).isFalse();
    }

    @Test
    void plansAfreshForTheTransactionThatIsOpen() {
        database.sql("INSERT INTO counters VALUES ('a', 1)");

        long amount = transactions.write(() -> {
            transactions.planAfresh();
            return transactions.plannedForValues(() -> counters.amount("a"));
        });

        assertThat(amount).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(transactions::planAfresh);
        assertThatIllegalStateException().isThrownBy(() -> transactions.plannedForValues(() -> 1));
    }

    @Test
    void commitsWhatWasWrittenAndReturnsTheResult() {
        long seen = transactions.write(() -> {
            counters.add("a", 2);
            return counters.amount("a");
        });

        assertThat(seen).isEqualTo(2);
        assertThat(database.state("counters")).containsExactly("{amount=2, name=a}");
    }

    @Test
    void rollsBackWhenTheWorkFails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.write(() -> {
                    counters.add("a", 1);
                    throw new IllegalStateException("half way");
                }));

        assertThat(database.count("counters")).isZero();
    }

    @Test
    void joinsTheTransactionOfTheCaller() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.write(() -> {
                    transactions.write(() -> counters.add("a", 1));
                    assertThat(transactions.read(() -> counters.amount("a"))).isEqualTo(1);
                    throw new IllegalStateException("after the inner one");
                }));

        assertThat(database.count("counters")).isZero();
    }

    @Test
    void doesNotCommitWhenAJoinedWriteFailedAndNobodyToldIt() {
        assertThatExceptionOfType(UnexpectedRollbackException.class)
                .isThrownBy(() -> transactions.write(() -> {
                    counters.add("a", 1);
                    assertThatIllegalStateException()
                            .isThrownBy(() -> transactions.write((Runnable) () -> {
                                throw new IllegalStateException("swallowed");
                            }));
                }));

        assertThat(database.count("counters")).isZero();
    }

    @Test
    void readsOneStateThroughout() {
        database.sql("INSERT INTO counters VALUES ('a', 1)");

        transactions.read(() -> {
            assertThat(counters.amount("a")).isEqualTo(1);
            database.sql("UPDATE counters SET amount = 2 WHERE name = 'a'");
            assertThat(counters.amount("a")).isEqualTo(1);
            return true;
        });

        assertThat(transactions.read(() -> counters.amount("a"))).isEqualTo(2);
    }

    @Test
    void servesManyWritersAndReadersWithoutAnError() {
        InParallel.run(16, thread -> {
            for (int i = 1; i <= 25; i++) {
                transactions.write(() -> counters.add("a", 1));
                assertThat(transactions.read(() -> counters.amount("a"))).isGreaterThanOrEqualTo(i);
            }
        });

        assertThat(database.state("counters")).containsExactly("{amount=400, name=a}");
    }

    @Test
    void refusesToWriteWhileReading() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.read(() -> {
                    counters.add("a", 1);
                    return true;
                }))
                .withMessage("A transaction that only reads tried to write");
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.read(() -> transactions.write(() -> counters.amount("a"))))
                .withMessage("A transaction that only reads cannot write");

        assertThat(database.count("counters")).isZero();
    }

    @Test
    void writesAgainAfterReading() {
        transactions.read(() -> counters.amount("a"));
        transactions.write(() -> counters.add("a", 1));
        transactions.read(() -> counters.amount("a"));
        transactions.write(() -> counters.add("a", 1));

        assertThat(transactions.read(() -> counters.amount("a"))).isEqualTo(2);
    }

    @Test
    void goesOnAfterTheFailureOfASavepoint() {
        transactions.write(() -> {
            counters.add("a", 1);
            assertThatThrownBy(() -> current.inSavepoint(() -> {
                        counters.add("b", 1);
                        counters.add("c", -1);
                        return true;
                    }))
                    .isInstanceOf(UncheckedSqlException.class);
            current.inSavepoint(() -> {
                counters.add("d", 1);
                return true;
            });
        });

        assertThat(database.state("counters")).containsExactly("{amount=1, name=a}", "{amount=1, name=d}");
    }

    @Test
    void goesOnWhenAJoinedWriteFailsInsideOfASavepoint() {
        transactions.write(() -> {
            counters.add("a", 1);
            assertThatThrownBy(() -> current.inSavepoint(() -> transactions.write(() -> {
                        counters.execute("INSERT INTO counters VALUES ('b', -1)");
                        return true;
                    })))
                    .isInstanceOf(UncheckedSqlException.class);
        });

        assertThat(database.state("counters")).containsExactly("{amount=1, name=a}");
    }

    @Test
    void nestsSavepointsAndLeavesNoneOpen() {
        transactions.write(() -> {
            for (int i = 0; i < 50; i++) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> current.inSavepoint(() -> {
                            counters.add("outer", 1);
                            current.inSavepoint(() -> {
                                counters.add("inner", 1);
                                return true;
                            });
                            throw new IllegalStateException("undo both");
                        }));
            }
            counters.add("a", 1);
            String outerOfTheLast = nameOfSavepoint(-2);
            assertThatThrownBy(() -> counters.execute("RELEASE " + outerOfTheLast))
                    .isInstanceOf(UncheckedSqlException.class);
            current.rollBackOnly();
        });

        assertThat(database.count("counters")).isZero();
    }

    @Test
    void rollsBackWithoutAnErrorWhenToldTo() {
        long seen = transactions.write(() -> {
            counters.add("a", 1);
            current.rollBackOnly();
            return counters.amount("a");
        });

        assertThat(seen).isEqualTo(1);
        assertThat(database.count("counters")).isZero();
    }

    @Test
    void setsNoSavepointOutsideOfATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> current.inSavepoint(() -> true));
    }

    @Test
    void doesNotTryAgainWhatIsNoConflict() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> transactions.write(() -> {
                    tries.incrementAndGet();
                    counters.add("a", -1);
                }))
                .isInstanceOf(UncheckedSqlException.class)
                .hasNoSuppressedExceptions();
        assertThat(tries).hasValue(1);
    }

    /** The name of a savepoint of this transaction, counted from the next one. */
    private String nameOfSavepoint(int distance) {
        try {
            Savepoint next = current.connection().setSavepoint();
            int number = next.getSavepointId() + distance;
            current.connection().releaseSavepoint(next);
            return switch (database.kind()) {
                case SQLITE -> "s" + number;
                case POSTGRESQL -> "JDBC_SAVEPOINT_" + number;
            };
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }
}
