package dev.onerow.registry.domain.sql;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The lexical rules of one database. The two disagree about comments, strings and quoted identifiers, so the same text
 * can be harmless to one and a second statement to the other; whatever is judged is judged under both.
 */
public enum Lexis {
    POSTGRESQL {
        @Override
        Scan scan(String sql) {
            return new PostgresLexer(sql).scan();
        }
    },
    SQLITE {
        @Override
        Scan scan(String sql) {
            return new SqliteLexer(sql).scan();
        }
    };

    abstract Scan scan(String sql);

    /** How each database reads a text. */
    static Map<Lexis, Scan> all(String sql) {
        var all = new EnumMap<Lexis, Scan>(Lexis.class);
        for (var lexis : values()) {
            all.put(lexis, lexis.scan(sql));
        }
        return all;
    }

    /** {@link #readings} of a text that is read already. */
    static List<Scan> possible(Map<Lexis, Scan> all) {
        var possible = all.values().stream().filter(Scan::isPossible).toList();
        return possible.isEmpty() ? List.copyOf(all.values()) : possible;
    }

    /**
     * The readings of a text that some database could run; both when neither can, so that there is always one to judge.
     */
    static List<Scan> readings(String sql) {
        return possible(all(sql));
    }
}
