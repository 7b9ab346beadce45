package dev.onerow.ledger.domain.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the tags of an OFX file together to statements, whichever end tags are missing. */
final class OfxAssembly {
    private final List<OfxStatement> statements = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private final String text;
    private final LineCounter lines;
    private @Nullable OfxStatement current;
    private int records;
    private boolean insideInvestment;
    private boolean hasInvestment;

    OfxAssembly(String text) {
        this.text = text;
        this.lines = new LineCounter(text);
    }

    List<OfxStatement> statements() {
        return statements;
    }

    boolean hasInvestment() {
        return hasInvestment;
    }

    /** Whether values met here can belong to a statement. */
    boolean isListening() {
        return !open.isEmpty() && !insideInvestment;
    }

    /** An element that holds others starts. */
    void start(String name, int position) {
        int rank = OfxElement.rank(name);
        if (rank < OfxElement.UNKNOWN) {
            closeDownTo(rank, position);
        }
        if (open.size() >= Limits.DEPTH) {
            throw new UnreadableFile("The file nests elements deeper than " + Limits.DEPTH + ".");
        }
        if (rank == OfxElement.STATEMENT) {
            insideInvestment = !OfxElement.isStatement(name);
            hasInvestment |= insideInvestment;
            current = null;
        }
        if (!insideInvestment && rank >= OfxElement.STATEMENT && rank <= OfxElement.RECORD) {
            ensureStatement();
        }
        int line = rank == OfxElement.RECORD ? lines.lineAt(position) : 0;
        open.push(new Frame(name, rank, position, line, new LinkedHashMap<>()));
    }

    /** A value stands in the innermost element; the first of a name counts. */
    void value(String name, String value) {
        Frame frame = open.peek();
        if (frame == null || value.isEmpty()) {
            return;
        }
        if (name.equals("CURDEF") && current != null) {
            current.values().putIfAbsent(name, value);
        }
        frame.values().putIfAbsent(name, value);
    }

    /** An element has ended by its tag; tags that end nothing are passed over. */
    void end(String name, int position, int positionAfter) {
        if (open.stream().noneMatch(frame -> frame.name().equals(name))) {
            return;
        }
        while (true) {
            Frame frame = open.pop();
            boolean isNamed = frame.name().equals(name);
            close(frame, isNamed, isNamed ? positionAfter : position);
            if (isNamed) {
                return;
            }
        }
    }

    /** The file has ended. */
    void endOfFile() {
        closeDownTo(0, text.length());
    }

    private void closeDownTo(int rank, int position) {
        Frame frame = open.peek();
        while (frame != null && frame.rank() >= rank) {
            open.pop();
            close(frame, false, position);
            frame = open.peek();
        }
    }

    private void close(Frame frame, boolean byItsTag, int position) {
        if (frame.rank() == OfxElement.STATEMENT) {
            current = null;
            insideInvestment = false;
        }
        if (insideInvestment) {
            return;
        }
        Frame outer = open.peek();
        switch (frame.name()) {
            case "STMTTRN" -> addRecord(frame, position);
            case "BANKACCTFROM", "CCACCTFROM" -> keep(frame, "ACCTID");
            case "LEDGERBAL" -> {
                keep(frame, "BALAMT");
                keep(frame, "DTASOF");
            }
            case "PAYEE" -> hand(outer, "PAYEE", frame.values().get("NAME"));
            case "CURRENCY" -> hand(outer, "CURSYM", frame.values().get("CURSYM"));
            default -> {}
        }
        boolean wasAnEmptyValue = !byItsTag && frame.rank() == OfxElement.UNKNOWN;
        if (wasAnEmptyValue && outer != null) {
            frame.values().forEach(outer.values()::putIfAbsent);
        }
    }

    private void addRecord(Frame frame, int position) {
        if (++records > Limits.ROWS) {
            throw new UnreadableFile("The file has more than " + Limits.ROWS + " transactions: split it.");
        }
        String verbatim = text.substring(frame.position(), position).stripTrailing();
        ensureStatement().records().add(new OfxRecord(frame.line(), verbatim, frame.values()));
    }

    private void keep(Frame frame, String name) {
        String value = frame.values().get(name);
        if (value != null) {
            ensureStatement().values().putIfAbsent(name, value);
        }
    }

    private static void hand(@Nullable Frame outer, String name, @Nullable String value) {
        if (outer != null && value != null) {
            outer.values().putIfAbsent(name, value);
        }
    }

    /** Files of some exporters leave the element out that holds a statement together. */
    private OfxStatement ensureStatement() {
        OfxStatement statement = current;
        if (statement == null) {
            statement = new OfxStatement(new LinkedHashMap<>(), new ArrayList<>());
            statements.add(statement);
            current = statement;
        }
        return statement;
    }

    private record Frame(String name, int rank, int position, int line, Map<String, String> values) {}
}
