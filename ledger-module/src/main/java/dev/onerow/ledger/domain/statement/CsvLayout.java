package dev.onerow.ledger.domain.statement;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * How the text of a CSV file falls into records and values.
 *
 * @param delimiter what stands between values
 * @param quote what stands around a value that holds a delimiter; U+0000 when nothing does
 * @param encoding the encoding of the file
 * @param headerRows lines before the first record; the last of them names the columns
 * @param footerRows records after the last one that counts
 */
public record CsvLayout(char delimiter, char quote, Charset encoding, int headerRows, int footerRows) {

    /** No character is a quote. */
    public static final char NO_QUOTE = '\0';

    /** The quote as text: empty when nothing is one. */
    public String quoteText() {
        return quote == NO_QUOTE ? "" : String.valueOf(quote);
    }

    void describe(Map<String, Object> members) {
        members.put("delimiter", String.valueOf(delimiter));
        members.put("quote", quoteText());
        members.put("encoding", encoding.name());
        members.put("header_rows", headerRows);
        members.put("footer_rows", footerRows);
    }
}
