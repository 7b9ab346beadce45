package dev.onerow.rules.sql;

import dev.onerow.rules.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds statements in a text.
 *
 * <p>A verb counts where a statement can begin (at the start of the text or of a piece, after {@code ;}, a
 * parenthesis, a hole, or a word such as {@code AS} and {@code BEGIN}) and when what follows fits. So neither
 * "cannot insert into rules" nor "update rules set aside" is a statement. Where both readings remain, capitals are
 * taken for SQL.
 */
public final class Statements {
    private static final Set<String> BEFORE_A_STATEMENT = Set.of(
            "also", "analyze", "as", "atomic", "begin", "do", "else", "explain", "instead", "loop", "then", "verbose");

    private final String text;
    private final int firstLine;
    private final List<Token> tokens;
    private final List<Statement> found = new ArrayList<>();

    private Statements(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        this.tokens = Tokens.of(text);
    }

    /** The statements of a text, which may be SQL, a piece of it, or prose. Lines count from 1. */
    public static List<Statement> in(String text) {
        return in(text, 1);
    }

    /** The statements of a text whose first line has this number. */
    public static List<Statement> in(String text, int firstLine) {
        Statements statements = new Statements(text, firstLine);
        for (int i = 0; i < statements.tokens.size(); i++) {
            statements.read(i);
        }
        return List.copyOf(statements.found);
    }

    private void read(int i) {
        Token token = tokens.get(i);
        if (token.kind() == Kind.DOLLAR_STRING || (token.kind() == Kind.STRING && isRunAsSql(i))) {
            found.addAll(in(token.text(), line(token)));
        } else if (token.kind() == Kind.WORD && canBegin(i)) {
            beginningAt(i).map(this::placed).forEach(found::add);
        }
    }

    private Stream<Statement> beginningAt(int i) {
        Beginning beginning = new Beginning(text, tokens, i);
        Cursor cursor = beginning.cursor();
        String verb = cursor.take().text();
        Inserts inserts = new Inserts(beginning, cursor);
        Changes changes = new Changes(beginning, cursor);
        Definitions definitions = new Definitions(beginning, cursor);
        return switch (verb) {
            case "insert" -> inserts.insert().stream();
            case "into" -> inserts.intoWithoutVerb().stream();
            case "replace" -> inserts.into(Verb.REPLACE).stream();
            case "merge" -> inserts.merge().stream();
            case "copy" -> inserts.copy().stream();
            case "update" -> changes.update().stream();
            case "delete" -> changes.delete().stream();
            case "truncate" -> changes.truncate().stream();
            case "drop" -> definitions.drop().stream();
            case "alter", "create" -> definitions.ofTable();
            default -> Stream.empty();
        };
    }

    private Statement placed(Statement s) {
        return new Statement(
                s.verb(),
                s.table(),
                s.owner(),
                s.certain(),
                s.handlesConflict(),
                s.line() + firstLine - 1,
                s.excerpt());
    }

    private boolean canBegin(int i) {
        if (i == 0) {
            return true;
        }
        Token before = tokens.get(i - 1);
        return switch (before.kind()) {
            case JOINT, HOLE -> true;
            case SIGN -> Stream.of(';', '(', ')').anyMatch(before::isSign);
            case WORD -> BEFORE_A_STATEMENT.contains(before.text());
            case QUOTED_NAME, STRING, DOLLAR_STRING, BRACES, END -> false;
        };
    }

    /** EXECUTE 'text', format('text', ...) and the like. */
    private boolean isRunAsSql(int i) {
        boolean isArgument =
                i > 1 && tokens.get(i - 1).isSign('(') && tokens.get(i - 2).kind() == Kind.WORD;
        return isArgument || (i > 0 && tokens.get(i - 1).isWord("execute"));
    }

    private int line(Token token) {
        return firstLine
                + (int) text.substring(0, token.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
