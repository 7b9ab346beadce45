package dev.onerow.persistence.adopting;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.adopting.AdoptionProgress.Step;
import dev.onerow.persistence.adopting.Survey.Found;
import dev.onerow.persistence.database.CurrentTransaction;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes the rows of an older database over: reads each table once, sorts the rows aside, lets go of the database, and
 * writes them chunk by chunk, each chunk and the rows that are kept beside it in one transaction. So it may be killed at
 * any time and run again; run again it finds nothing to do. Thread-safe.
 */
@Singleton
@Requires(beans = KeptRows.class)
public final class Adopter {
    private final List<Adoption<?>> adoptions;
    private final KeptRows keptRows;
    private final Transactions transactions;
    private final CurrentTransaction transaction;

    Adopter(BeanContext beans, KeptRows keptRows, Transactions transactions, CurrentTransaction transaction) {
        List<Adoption<?>> all = new ArrayList<>();
        for (Adoption<?> adoption : beans.getBeansOfType(Adoption.class)) {
            all.add(adoption);
        }
        all.sort(Comparator.comparingInt(adoption -> adoption.shape().place()));
        this.adoptions = List.copyOf(all);
        this.keptRows = keptRows;
        this.transactions = transactions;
        this.transaction = transaction;
    }

    /**
     * How a run is to go.
     *
     * @param dryRun whether everything is undone in the end
     * @param execute whether views that are missing are made by executing their rules
     */
    public record Options(boolean dryRun, boolean execute) {}

    /** Looks at the tables of an older database, and writes nothing. */
    public Survey survey(OldDatabase old) {
        List<Found> found = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(old.tables().keySet());
        for (Adoption<?> adoption : adoptions) {
            OldShape shape = adoption.shape();
            OldTable table = old.tables().get(shape.table());
            if (table != null) {
                unknown.remove(shape.table());
                found.add(new Found(
                        shape.table(),
                        old.count(table),
                        shape.becomes(),
                        table.lacking(shape),
                        table.columns().keySet().stream()
                                .filter(column -> !shape.knows(column))
                                .toList()));
            }
        }
        return new Survey(old.source(), found, List.copyOf(unknown));
    }

    /**
     * Takes over what the survey found to be usable. Closes the old database once it is read.
     *
     * @return one receipt for each usable table, in the order of the survey
     */
    public List<TableReceipt> adopt(OldDatabase old, Survey survey, Options options, AdoptionProgress progress) {
        try (Spool spool = new Spool()) {
            try (old) {
                usable(survey, adoption -> read(adoption, old, survey, spool, progress));
            }
            spool.sort();
            Run run = new Run(survey, options, spool, transaction);
            if (!options.dryRun()) {
                return write(run, progress);
            }
            return transactions.write(() -> {
                List<TableReceipt> receipts = write(run, progress);
                transaction.rollBackOnly();
                return receipts;
            });
        }
    }

    private List<TableReceipt> write(Run run, AdoptionProgress progress) {
        List<TableReceipt> receipts = new ArrayList<>();
        usable(run.survey(), adoption -> receipts.add(written(adoption, run, progress)));
        return receipts;
    }

    private <R> TableReceipt written(Adoption<R> adoption, Run run, AdoptionProgress progress) {
        String table = adoption.shape().table();
        TableWriter<R> writer = new TableWriter<>(
                adoption,
                run,
                transactions,
                keptRows,
                done -> progress.report(Step.WRITING, table, done, run.rows(table)));
        run.spool().forEach(table, writer::take);
        return writer.finish();
    }

    private void usable(Survey survey, Consumer<Adoption<?>> each) {
        Map<String, Found> found =
                survey.tables().stream().filter(Found::isUsable).collect(Collectors.toMap(Found::table, it -> it));
        adoptions.stream()
                .filter(adoption -> found.containsKey(adoption.shape().table()))
                .forEach(each);
    }

    private static <R> void read(
            Adoption<R> adoption, OldDatabase old, Survey survey, Spool spool, AdoptionProgress progress) {
        String name = adoption.shape().table();
        OldTable table = old.tables().get(name);
        if (table == null) {
            return;
        }
        long all = survey.tables().stream()
                .filter(found -> found.table().equals(name))
                .mapToLong(Found::rows)
                .sum();
        old.forEach(table, (row, number) -> {
            Json json = row.json();
            String id = row.text("id");
            String sourceKey =
                    table.hasIds() && id != null && id.length() <= Spool.LONGEST_SOURCE_KEY ? id : hash(json);
            if (TableWriter.reading(adoption, row) instanceof Reading.Kept<R> kept) {
                spool.add(name, kept, id, sourceKey, json);
            } else {
                spool.addRefused(name, id, sourceKey, json);
            }
            if (number % TableWriter.CHUNK == 0 || number == all) {
                progress.report(Step.READING, name, number, all);
            }
        });
    }

    private static String hash(Json row) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(row.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** What the writing of a table may know. */
    record Run(Survey survey, Options options, Spool spool, CurrentTransaction transaction) implements AdoptionRun {

        @Override
        public String source() {
            return survey.source();
        }

        @Override
        public boolean executesRules() {
            return options.execute();
        }

        @Override
        public long rows(String table) {
            return survey.tables().stream()
                    .filter(found -> found.table().equals(table) && found.isUsable())
                    .mapToLong(Found::rows)
                    .sum();
        }

        @Override
        public Map<String, OldRow> survivors(String table, Collection<String> oldIds) {
            return spool.survivors(table, oldIds);
        }

        @Override
        public void forEach(String table, Consumer<OldRow> each) {
            if (rows(table) > 0) {
                spool.forEachFirst(table, each);
            }
        }

        @Override
        public Map<String, Long> mates(String table, Collection<String> mates) {
            return spool.mates(table, mates);
        }

        @Override
        public Map<Mate, String> matesOf(String table, Collection<Mate> mates) {
            return spool.matesOf(table, mates);
        }

        @Override
        public <T> T inSavepoint(Supplier<T> work) {
            return transaction.inSavepoint(work);
        }

        @Override
        public List<OldRow> clusters(String table, Collection<String> clusters) {
            return spool.clusters(table, clusters);
        }
    }
}
