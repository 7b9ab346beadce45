package dev.onerow.registry.domain.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that a text mentions, with or without quotes, keywords included; letter case is ignored. */
public final class Identifiers {
    private Identifiers() {}

    /** All names in the text, in lower case. */
    public static Set<String> in(String sql) {
        return Lexis.readings(sql).stream()
                .map(Scan::tokens)
                .flatMap(List::stream)
                .filter(Token::isIdentifier)
                .map(token -> Ascii.lowerCase(token.value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
