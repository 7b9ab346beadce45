package dev.onerow.persistence.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements that make a table of SQLite anew with one column changed: everything else of its text stays, its rows
 * are copied, its indexes and triggers made again. The order is that of "Making Other Kinds Of Table Schema Changes"
 * in SQLite's documentation of ALTER TABLE.
 */
final class SqliteRebuild {
    private final String table;
    private final String createText;
    private final List<String> columns;
    private final List<String> furtherObjects;

    SqliteRebuild(String table, String createText, List<String> columns, List<String> furtherObjects) {
        this.table = table;
        this.createText = createText;
        this.columns = columns;
        this.furtherObjects = furtherObjects;
    }

    SqliteRebuild withNullability(String column, boolean notNull) {
        Pattern refusal = Pattern.compile("(?i)\\s+NOT\\s+NULL");
        return withDefinition(column, definition -> {
            String open = refusal.matcher(definition).replaceFirst("");
            return notNull ? open + " NOT NULL" : open;
        });
    }

    SqliteRebuild withType(String column, String type) {
        Pattern nameAndType = Pattern.compile(
                "(?s)^(\\s*(?:\"(?:[^\"]|\"\")*\"|\\[[^]]*\\]|`[^`]*`|\\S+))\\s+\\w+(?:\\s*\\([^)]*\\))?");
        return withDefinition(
                column, definition -> nameAndType.matcher(definition).replaceFirst("$1 " + type));
    }

    List<String> statements() {
        String anew = table + "__anew";
        String names = columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
        List<String> statements = new ArrayList<>();
        statements.add("PRAGMA foreign_keys = OFF");
        statements.add("BEGIN IMMEDIATE");
        statements.add("CREATE TABLE " + Table.quoted(anew) + " " + createText.substring(createText.indexOf('(')));
        statements.add("INSERT INTO " + Table.quoted(anew) + " (" + names + ") SELECT " + names + " FROM "
                + Table.quoted(table) + " WHERE true ON CONFLICT DO NOTHING");
        statements.add("DROP TABLE " + Table.quoted(table));
        statements.add("ALTER TABLE " + Table.quoted(anew) + " RENAME TO " + Table.quoted(table));
        statements.addAll(furtherObjects);
        statements.add("COMMIT");
        statements.add("PRAGMA foreign_keys = ON");
        return statements;
    }

    private SqliteRebuild withDefinition(String column, UnaryOperator<String> change) {
        int open = createText.indexOf('(');
        StringBuilder text = new StringBuilder(createText.substring(0, open + 1));
        int start = open + 1;
        int depth = 0;
        char quote = 0;
        for (int i = start; i < createText.length(); i++) {
            char c = createText.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if ((c == ',' || c == ')') && depth == 0) {
                String definition = createText.substring(start, i);
                text.append(isOf(column, definition) ? change.apply(definition.stripTrailing()) : definition)
                        .append(c);
                start = i + 1;
                if (c == ')') {
                    break;
                }
            } else if (c == ')') {
                depth--;
            }
        }
        return new SqliteRebuild(table, text + createText.substring(start), columns, furtherObjects);
    }

    private static boolean isOf(String column, String definition) {
        String first = definition.strip().split("\\s", 2)[0];
        return first.replaceAll("^[\"`\\[]|[\"`\\]]$", "").equalsIgnoreCase(column);
    }
}
