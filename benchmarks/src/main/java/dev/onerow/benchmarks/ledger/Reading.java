package dev.onerow.benchmarks.ledger;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.ledger.application.ViewLedger;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.persistence.DatabaseKind;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A page of the list, and the figures of a ledger, over very many transactions. */
@Singleton
final class Reading implements Figure {
    private static final int PAGE = 51;
    private static final int ACCOUNTS = 20;
    private static final int DAYS = 3_650;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final String SUMS =
            "SELECT account_id, year, month, flow, count(*), sum(abs(amount)) FROM transactions GROUP BY account_id, year, month, flow";

    private final SampleLedger ledger;
    private final Bookings bookings;
    private final ViewLedger viewLedger;

    Reading(SampleLedger ledger, Bookings bookings, ViewLedger viewLedger) {
        this.ledger = ledger;
        this.bookings = bookings;
        this.viewLedger = viewLedger;
    }

    @Override
    public String name() {
        return "ledger-reading";
    }

    @Override
    public String question() {
        return "What do a page of the list and the statistics of a ledger cost among a million transactions? The page 20 ms in 19 of 20"
                + " calls, the statistics at most twice their own SQL.";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        int size = bench.isBrief() ? 2_000 : 1_000_000;
        ledger.save();
        ledger.empty(bench);
        for (int number = 0; number < ACCOUNTS; number++) {
            ledger.open(new AccountId("a" + number));
        }
        bench.run(fill(bench.kind(), size), "ANALYZE");
        pages(bench, size);
        statistics(bench, size);
    }

    private void pages(Bench bench, int size) {
        int calls = bench.isBrief() ? 10 : 400;
        Random random = new Random(1);
        BookingSearch ofAnAccount = searchOf("a7");
        var anywhere = new Times(calls);
        var inAnAccount = new Times(calls);
        var inTheLedger = new Times(calls);
        for (int call = 0; call < calls; call++) {
            ListPosition place = somewhere(random);
            anywhere.take(call, () -> bookings.page(BookingSearch.all(), place, PAGE));
            inAnAccount.take(call, () -> bookings.page(ofAnAccount, place, PAGE));
            inTheLedger.take(
                    call, () -> viewLedger.transactions(SampleLedger.LEDGER, BookingSearch.all(), place, PAGE));
        }
        bench.report("\n**" + bench.kind() + ": pages of 50 at random places among " + size + " transactions**\n\n"
                + "| list | p50 ms | p95 ms | CPU of the client, p50 ms | p95 ms |\n|---|--:|--:|--:|--:|\n"
                + anywhere.line("all transactions")
                + inAnAccount.line("of one account")
                + inTheLedger.line("of a ledger, with categories"));
    }

    private void statistics(Bench bench, int size) throws SQLException {
        int calls = bench.isBrief() ? 1 : 3;
        Integer[] same = new Integer[calls];
        Arrays.fill(same, size);
        try (Connection connection = bench.connect()) {
            bench.report(bench.<Integer>compare(
                            "statistics of " + size + " transactions", rows -> rows, round -> List.of(same), () -> {})
                    .with("their own SQL", rows -> sums(connection))
                    .with("statistics", rows -> viewLedger.statistics(SampleLedger.LEDGER))
                    .run());
        }
    }

    private static String fill(DatabaseKind kind, int size) {
        boolean isSqlite = kind == DatabaseKind.SQLITE;
        String now = isSqlite ? "'2026-01-01T00:00:00.000000Z'" : "TIMESTAMPTZ '2026-01-01T00:00:00Z'";
        String day = "(i / " + ACCOUNTS + " * 7919) % " + DAYS;
        String date = isSqlite
                ? "date('" + FIRST_DAY + "', '+' || (" + day + ") || ' days')"
                : "DATE '" + FIRST_DAY + "' + " + day;
        return "INSERT INTO transactions (id, account_id, date, amount, merchant, sequence_number, flow, fingerprint,"
                + " occurrence_number, origin, version, created_at, updated_at)"
                + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + size + ")"
                + " SELECT 't-' || i, 'a' || (i % " + ACCOUNTS + "), " + date + ", 1 + i % 9973 - 8000 * (i % 2),"
                + " 'Shop ' || (i % 50), i / " + ACCOUNTS * DAYS
                + ", CASE WHEN 1 + i % 9973 > 8000 * (i % 2) THEN 'flow_in'"
                + " ELSE 'flow_out' END, 'f' || i, 1, 'import', 1, " + now + ", " + now + " FROM n"
                + " WHERE 1 + i % 9973 <> 8000 * (i % 2)";
    }

    private static BookingSearch searchOf(String account) {
        BookingSearch all = BookingSearch.all();
        return new BookingSearch(account, all.from(), all.to(), null, null);
    }

    private static ListPosition somewhere(Random random) {
        return new ListPosition(
                FIRST_DAY.plusDays(random.nextInt(DAYS)), LocalTime.MIDNIGHT, random.nextInt(10), "t-5");
    }

    private static void sums(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SUMS)) {
            long count = 0;
            while (rows.next()) {
                count += rows.getLong(5);
            }
            if (count == 0) {
                throw new IllegalStateException("Nothing was added up");
            }
        }
    }

    /** How long calls took, and how much of it the calling thread was at work, which on SQLite is all there is. */
    private static final class Times {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final long[] nanos;
        private final long[] cpuNanos;

        Times(int calls) {
            this.nanos = new long[calls];
            this.cpuNanos = new long[calls];
        }

        void take(int number, Runnable call) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            call.run();
            nanos[number] = System.nanoTime() - begin;
            cpuNanos[number] = THREADS.getCurrentThreadCpuTime() - cpu;
        }

        String line(String list) {
            return "| " + list + percentiles(nanos) + percentiles(cpuNanos) + " |\n";
        }

        private static String percentiles(long[] nanos) {
            Arrays.sort(nanos);
            return String.format(
                    Locale.ROOT, " | %.1f | %.1f", nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 19 / 20] / 1e6);
        }
    }
}
