package dev.onerow.persistence.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that make a table of SQLite anew with one column changed: everything else of its text stays, its rows
 * are copied, its indexes and triggers made again. The order is that of "Making Other Kinds Of Table Schema Changes"
 * in SQLite's documentation of ALTER TABLE.
 */
final class SqliteRebuild {
    private static final Pattern COLLATION = Pattern.compile("(?i)\\s+COLLATE\\s+\"?(\\w+)\"?");

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

    /** The collation that a column is declared with, or null where it compares bytes. */
    static @Nullable String collation(String createText, String column) {
        return definitions(createText).stream()
                .filter(definition -> isOf(column, definition))
                .map(COLLATION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .filter(name -> !name.equalsIgnoreCase("BINARY"))
                .findFirst()
                .orElse(null);
    }

    SqliteRebuild withoutCollation(String column) {
        return withDefinition(
                column, definition -> COLLATION.matcher(definition).replaceFirst(""));
    }

    /** With a column that the database numbers, ahead of all others. */
    SqliteRebuild withIdentity(String definition) {
        int open = createText.indexOf('(');
        String text = createText.substring(0, open + 1) + definition + ", " + createText.substring(open + 1);
        return new SqliteRebuild(table, text, columns, furtherObjects);
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
        statements.add("PRAGMA legacy_alter_table = ON"); // Views of the table would stop its renaming.
        statements.add("BEGIN IMMEDIATE");
        statements.add("CREATE TABLE " + Table.quoted(anew) + " " + createText.substring(createText.indexOf('(')));
        statements.add("INSERT INTO " + Table.quoted(anew) + " (" + names + ") SELECT " + names + " FROM "
                + Table.quoted(table) + " WHERE true " + onConflictFail());
        statements.add("DROP TABLE " + Table.quoted(table));
        statements.add("ALTER TABLE " + Table.quoted(anew) + " RENAME TO " + Table.quoted(table));
        statements.addAll(furtherObjects);
        statements.add("COMMIT");
        statements.add("PRAGMA legacy_alter_table = OFF");
        statements.add("PRAGMA foreign_keys = ON");
        return statements;
    }

    // Two rows may have become one, such as '1' and '01' of a text that becomes a number: none of them may be dropped
    // silently, so the conflict ends in an error. It has to look at the row, or SQLite would work it out beforehand.
    private String onConflictFail() {
        String any = Table.quoted(columns.get(0));
        return "ON CONFLICT DO UPDATE SET " + any + " = json('two rows became one ' || excluded." + any + ")";
    }

    private SqliteRebuild withDefinition(String column, UnaryOperator<String> change) {
        List<String> definitions = definitions(createText);
        int open = createText.indexOf('(');
        String changed = definitions.stream()
                .map(definition -> isOf(column, definition) ? change.apply(definition.stripTrailing()) : definition)
                .collect(Collectors.joining(","));
        int end = open + 1 + String.join(",", definitions).length();
        String text = createText.substring(0, open + 1) + changed + createText.substring(end);
        return new SqliteRebuild(table, text, columns, furtherObjects);
    }

    /** What stands between the outer parentheses, parted at its commas. */
    private static List<String> definitions(String createText) {
        List<String> definitions = new ArrayList<>();
        int start = createText.indexOf('(') + 1;
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
                definitions.add(createText.substring(start, i));
                start = i + 1;
                if (c == ')') {
                    return definitions;
                }
            } else if (c == ')') {
                depth--;
            }
        }
        return definitions;
    }

    private static boolean isOf(String column, String definition) {
        String first = definition.strip().split("\\s", 2)[0];
        return first.replaceAll("^[\"`\\[]|[\"`\\]]$", "").equalsIgnoreCase(column);
    }
}
