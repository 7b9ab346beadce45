package dev.onerow.benchmarks.sidebyside;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.onerow.benchmarks.Bench;
import dev.onerow.persistence.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.InsertOnDuplicateSetMoreStep;
import org.jooq.InsertValuesStepN;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ at its best settings: execute logging off, and a driver that rewrites batches. */
final class Jooq<R> implements Peer<R> {
    private final Shape<R> shape;
    private final DatabaseKind database;
    private final Connection connection;
    private final DSLContext dsl;
    private final boolean batched;

    /**
     * A way of using jOOQ.
     *
     * @param batched a JDBC batch of one-row statements; else one statement with all rows
     */
    Jooq(Bench bench, Shape<R> shape, boolean batched) throws SQLException {
        this.shape = shape;
        this.database = bench.kind();
        this.batched = batched;
        this.connection = database == DatabaseKind.SQLITE
                ? bench.connect("journal_mode=WAL", "synchronous=NORMAL")
                : bench.connect("reWriteBatchedInserts=true");
        this.dsl = DSL.using(
                connection,
                database == DatabaseKind.SQLITE ? SQLDialect.SQLITE : SQLDialect.POSTGRES,
                new Settings().withExecuteLogging(false));
    }

    @Override
    public void write(Batch<R> batch) throws SQLException {
        connection.setAutoCommit(batch.size() == 1); // A single statement needs no transaction of its own.
        if (batched) {
            Object[][] values = new Object[batch.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = converted(batch.values().get(i));
            }
            dsl.batch(merging(insert().values(new Object[shape.fields().size()])))
                    .bind(values)
                    .execute();
        } else {
            InsertValuesStepN<Record> insert = insert();
            for (Object[] values : batch.values()) {
                insert = insert.values(converted(values));
            }
            merging(insert).execute();
        }
        if (batch.size() > 1) {
            connection.commit();
        }
    }

    private InsertValuesStepN<Record> insert() {
        return dsl.insertInto(
                table(name(shape.table())),
                shape.fields().stream().map(this::column).toList());
    }

    private InsertOnDuplicateSetMoreStep<Record> merging(InsertValuesStepN<Record> insert) {
        Map<org.jooq.Field<?>, Object> assignments = new LinkedHashMap<>();
        for (Field field : shape.fields()) {
            if (field.isAssigned()) {
                assignments.put(column(field), assignment(field));
            }
        }
        return insert.onConflict(shape.key().stream().map(this::column).toList())
                .doUpdate()
                .set(assignments);
    }

    @SuppressWarnings("unchecked")
    private Object assignment(Field field) {
        org.jooq.Field<Object> column = (org.jooq.Field<Object>) column(field);
        org.jooq.Field<Object> stored =
                (org.jooq.Field<Object>) field(name(shape.table(), field.name()), type(field.kind()));
        return switch (field.change()) {
            case KEY, KEEP -> throw new IllegalArgumentException(field.name() + " is not assigned");
            case REPLACE -> excluded(column);
            case ADD -> stored.plus(excluded(column));
            case LEAST -> least(stored, excluded(column));
            case GREATEST -> greatest(stored, excluded(column));
            case COUNT_UP -> stored.plus(inline(1));
        };
    }

    private org.jooq.Field<?> column(Field field) {
        return field(name(field.name()), type(field.kind()));
    }

    private DataType<?> type(Field.Kind kind) {
        boolean text = database == DatabaseKind.SQLITE;
        return switch (kind) {
            case TEXT -> SQLDataType.CLOB;
            case INT -> SQLDataType.INTEGER;
            case LONG -> SQLDataType.BIGINT;
            case DOUBLE -> SQLDataType.DOUBLE;
            case TIME -> text ? SQLDataType.CLOB : SQLDataType.TIMESTAMPWITHTIMEZONE;
            case UUID -> text ? SQLDataType.CLOB : SQLDataType.UUID;
            case JSON -> text ? SQLDataType.CLOB : SQLDataType.JSONB;
        };
    }

    private Object[] converted(Object[] values) {
        Object[] converted = values.clone();
        List<Field> fields = shape.fields();
        for (int i = 0; i < converted.length; i++) {
            if (database == DatabaseKind.SQLITE) {
                converted[i] = Binding.onSqlite(converted[i]);
            } else if (fields.get(i).kind() == Field.Kind.JSON) {
                converted[i] = JSONB.valueOf((String) converted[i]);
            }
        }
        return converted;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
