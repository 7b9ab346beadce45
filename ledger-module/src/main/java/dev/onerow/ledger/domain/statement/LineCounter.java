package dev.onerow.ledger.domain.statement;

/** Walks forward through a text and counts its lines, ended by CR, LF or CR LF. */
final class LineCounter {
    private final String text;
    private int position;
    private int line = 1;

    LineCounter(String text) {
        this.text = text;
    }

    /** The line of a position, from 1. Positions are asked for in ascending order. */
    int lineAt(int target) {
        while (position < target) {
            step();
        }
        return line;
    }

    /** Where a line starts, or the end of the text. Lines are asked for in ascending order. */
    int startOf(int target) {
        while (line < target && position < text.length()) {
            step();
        }
        return position;
    }

    private void step() {
        char c = text.charAt(position++);
        boolean crBeforeLf = c == '\r' && position < text.length() && text.charAt(position) == '\n';
        if (c == '\n' || (c == '\r' && !crBeforeLf)) {
            line++;
        }
    }
}
