package dev.onerow.persistence.adopting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of an older database.
 *
 * @param name its name in snake_case
 * @param qualified its name as it stands in a query
 * @param columns what the database calls each column, by its name in snake_case
 * @param hasIds whether {@code id} alone is its primary key
 */
record OldTable(String name, String qualified, Map<String, String> columns, boolean hasIds) {

    static OldTable of(String name, String qualified, List<String> columns, List<String> primaryKey) {
        Map<String, String> named = new TreeMap<>();
        for (String column : columns) {
            if (named.putIfAbsent(snake(column), column) != null) {
                named.put(column, column); // Two that are one in snake_case: the second is unknown.
            }
        }
        return new OldTable(
                snake(name),
                qualified,
                named,
                primaryKey.stream().map(OldTable::snake).toList().equals(List.of("id")));
    }

    /** {@code ruleId}, {@code RuleId}, {@code RULE_ID} and {@code rule_id} are one name. */
    static String snake(String name) {
        boolean isAllCapitals = name.equals(name.toUpperCase(Locale.ROOT));
        return (isAllCapitals ? name : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")).toLowerCase(Locale.ROOT);
    }

    /** The columns that a shape requires and this table has not. */
    List<String> lacking(OldShape shape) {
        List<String> lacking = new ArrayList<>(shape.required());
        lacking.removeAll(columns.keySet());
        return lacking;
    }

    String select() {
        return "SELECT "
                + String.join(
                        ", ", columns.values().stream().map(OldTable::quoted).toList()) + " FROM " + qualified;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
