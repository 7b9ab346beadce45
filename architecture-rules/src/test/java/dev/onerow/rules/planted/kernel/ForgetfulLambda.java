package dev.onerow.rules.planted.kernel;

import java.util.function.Function;

/** Planted: a lambda forgets ON CONFLICT. */
final class ForgetfulLambda {
    Function<String, String> careful() {
        return table -> insert(table) + " ON CONFLICT DO NOTHING";
    }

    Function<String, String> forgets() {
        return table -> insert(table);
    }

    private static String insert(String table) {
        return "INSERT INTO " + table + " (code) VALUES (?)";
    }
}
