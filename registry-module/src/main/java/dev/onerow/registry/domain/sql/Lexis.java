package dev.onerow.registry.domain.sql;

import java.util.List;

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

    /**
     * The readings of a text that some database could run; both when neither can, so that there is always one to judge.
     */
    static List<Scan> readings(String sql) {
        var all = List.of(POSTGRESQL.scan(sql), SQLITE.scan(sql));
        var possible = all.stream().filter(Scan::isPossible).toList();
        return possible.isEmpty() ? all : possible;
    }
}
