package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The least work that stores the rows: binary COPY into an empty copy of the table with the same indexes. Nothing that
 * merges can be faster. PostgreSQL only.
 */
final class CopyLimit<R> implements Peer<R> {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long POSTGRES_EPOCH_SECONDS = 946_684_800;
    private static final int LONGEST_ROW = 2_048;

    private final Shape<R> shape;
    private final Connection connection;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    CopyLimit(Bench bench, Shape<R> shape) throws SQLException {
        this.shape = shape;
        this.connection = bench.connect();
    }

    /** The table that {@link Tables} empties before each visit. */
    static String table(Shape<?> shape) {
        return shape.table() + "_copy";
    }

    @Override
    public void write(Batch<R> batch) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table(shape) + " (" + shape.names() + ") FROM STDIN (FORMAT binary)");
        buffer.clear().put(HEADER);
        for (Object[] values : batch.values()) {
            if (buffer.remaining() < LONGEST_ROW) {
                flush(copy);
            }
            buffer.putShort((short) values.length);
            for (int i = 0; i < values.length; i++) {
                put(values[i], shape.fields().get(i).kind());
            }
        }
        buffer.putShort((short) -1);
        flush(copy);
        copy.endCopy();
    }

    private void flush(CopyIn copy) throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private void put(Object value, Field.Kind kind) {
        switch (kind) {
            case INT -> buffer.putInt(4).putInt((Integer) value);
            case LONG -> buffer.putInt(8).putLong((Long) value);
            case DOUBLE -> buffer.putInt(8).putDouble((Double) value);
            case TIME -> {
                OffsetDateTime time = (OffsetDateTime) value;
                buffer.putInt(8)
                        .putLong((time.toEpochSecond() - POSTGRES_EPOCH_SECONDS) * 1_000_000 + time.getNano() / 1_000);
            }
            case UUID -> {
                UUID id = (UUID) value;
                buffer.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
            case TEXT -> {
                byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                buffer.putInt(text.length).put(text);
            }
            case JSON -> {
                byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                buffer.putInt(text.length + 1).put((byte) 1).put(text);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
