package dev.onerow.registry.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.onerow.persistence.views.RawJson;
import dev.onerow.persistence.views.Row;
import dev.onerow.persistence.views.ViewColumn;
import dev.onerow.registry.application.ReadRows.Reading;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in one of three forms, row by row. What was buffered is sent in the end only: a row that cannot be read
 * leaves it unsent.
 */
final class RowWriter {
    /** What fails while this much is being made is answered as a problem, because nothing has been sent. */
    private static final int BUFFER = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();

    private RowWriter() {}

    /** One object: the columns, the rows of the page, and the offset of the next page or null. */
    static void page(Reading reading, RowsRequest request, OutputStream out) throws IOException {
        var json = generator(out);
        json.writeStartObject();
        columns(json, reading.columns());
        json.writeArrayFieldStart("rows");
        long written = 0;
        boolean more = false;
        for (var row = reading.rows().next();
                row.isPresent();
                row = reading.rows().next()) {
            if (request.limit() != null && written == request.limit()) {
                more = true;
                break;
            }
            row(json, reading.columns(), row.get());
            written++;
        }
        json.writeEndArray();
        json.writeFieldName("next");
        if (more) {
            json.writeNumber(request.offset() + written);
        } else {
            json.writeNull();
        }
        json.writeEndObject();
        json.close();
    }

    /** One object a line. */
    static void ndjson(Reading reading, OutputStream out) throws IOException {
        var json = generator(out).setRootValueSeparator(null);
        for (var row = reading.rows().next();
                row.isPresent();
                row = reading.rows().next()) {
            row(json, reading.columns(), row.get());
            json.writeRaw('\n');
        }
        json.close();
    }

    /** RFC 4180 with a header; null is an empty cell, and no cell is altered. */
    static void csv(Reading reading, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(reading.columns().stream().map(ViewColumn::name).toList());
        for (Optional<Row> row = reading.rows().next();
                row.isPresent();
                row = reading.rows().next()) {
            csv.writeRecord(row.get().values().stream().map(RowWriter::text).toList());
        }
        csv.close();
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return JSON.createGenerator(new BufferedOutputStream(out, BUFFER));
    }

    private static void columns(JsonGenerator json, List<ViewColumn> columns) throws IOException {
        json.writeArrayFieldStart("columns");
        for (var column : columns) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, List<ViewColumn> columns, Row row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i).name());
            value(json, row.values().get(i));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof RawJson raw) {
            json.writeRawValue(onOneLine(raw));
        } else {
            json.writeString(value.toString());
        }
    }

    /** Between the tokens of JSON a line end is white space like any other, and inside of them there is none. */
    private static String onOneLine(RawJson raw) {
        return raw.text().replace('\n', ' ').replace('\r', ' ');
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof RawJson raw ? raw.text() : value.toString();
    }
}
