package dev.onerow.ledger.domain.statement;

import java.util.Locale;

/**
 * Cuts the text of an OFX file into tags and what stands between them, in one pass. Knows no nesting, so no nesting
 * can exhaust it; expands no entity that a file declares, and refuses a file that declares one.
 */
final class OfxScanner {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TAG = 1_000;
    private static final int MOST_DECLARATIONS = 100;
    private static final String CDATA = "<![CDATA[";

    private final String text;
    private int position;
    private int declarations;
    private boolean commentsEnd = true;
    private boolean cdataEnds = true;

    private int tagStart;
    private int tagEnd;
    private String name = "";
    private boolean closing;
    private boolean empty;

    OfxScanner(String text) {
        this.text = text;
    }

    /** Moves to the next tag; false when there is none. */
    boolean next() {
        StringBuilder ignored = new StringBuilder(0);
        return advance(ignored, 0);
    }

    /** Reads what stands between this tag and the next one and moves there; longer than the limit is cut off. */
    String valueBeforeNext(int limit) {
        StringBuilder value = new StringBuilder();
        advance(value, limit);
        return value.toString().strip();
    }

    /** Whether {@link #next} or {@link #valueBeforeNext} arrived at a tag. */
    boolean atTag() {
        return !name.isEmpty();
    }

    /** Name of the tag, in capitals and without prefix. */
    String name() {
        return name;
    }

    /** Whether it is an end tag. */
    boolean isClosing() {
        return closing;
    }

    /** Whether it is start and end in one. */
    boolean isEmpty() {
        return empty;
    }

    /** Where the tag starts in the text. */
    int tagStart() {
        return tagStart;
    }

    /** Where the tag has ended. */
    int tagEnd() {
        return tagEnd;
    }

    private boolean advance(StringBuilder value, int limit) {
        while (true) {
            int open = text.indexOf('<', position);
            Entities.decode(text, position, open < 0 ? text.length() : open, value, limit);
            if (open < 0) {
                position = text.length();
                name = "";
                return false;
            }
            position = open;
            if (skipMarkup(value, limit)) {
                continue;
            }
            if (readTag()) {
                return true;
            }
            // A lone "<" in the free text of an SGML file stands for itself.
            Entities.decode("<", 0, 1, value, limit);
            position++;
        }
    }

    private boolean skipMarkup(StringBuilder value, int limit) {
        if (cdataEnds && text.startsWith(CDATA, position)) {
            int end = text.indexOf("]]>", position);
            cdataEnds = end >= 0;
            if (cdataEnds) {
                int start = position + CDATA.length();
                value.append(text, start, Math.min(end, start + Math.max(0, limit - value.length())));
                position = end + 3;
            }
            return cdataEnds;
        }
        if (commentsEnd && text.startsWith("<!--", position)) {
            int end = text.indexOf("-->", position + 4);
            commentsEnd = end >= 0;
            position = commentsEnd ? end + 3 : position;
            return commentsEnd;
        }
        boolean isDeclaration = text.startsWith("<?", position) || text.startsWith("<!D", position);
        return isDeclaration && ++declarations <= MOST_DECLARATIONS && skipDeclaration();
    }

    private boolean skipDeclaration() {
        int end = closingBracket(position + 2);
        int limit = Math.min(text.length(), position + LONGEST_TAG);
        String declaration = text.substring(position, end < 0 ? limit : end);
        if (declaration.startsWith("<!D") && (declaration.contains("[") || declaration.contains("<!ENTITY"))) {
            throw new UnreadableFile("The file declares entities, which no bank's statement does.");
        }
        position = end < 0 ? position : end + 1;
        return end >= 0;
    }

    private boolean readTag() {
        int start = position + 1;
        boolean isEnd = start < text.length() && text.charAt(start) == '/';
        int from = isEnd ? start + 1 : start;
        int to = from;
        while (to < text.length() && to - from < LONGEST_NAME && isNameCharacter(text.charAt(to))) {
            to++;
        }
        int end = to == from || !isLetter(text.charAt(from)) ? -1 : closingBracket(to);
        boolean hasTrailing = end > to && !Character.isWhitespace(text.charAt(to)) && text.charAt(to) != '/';
        if (end < 0 || hasTrailing) {
            return false;
        }
        tagStart = position;
        tagEnd = end + 1;
        String qualified = text.substring(from, to);
        name = qualified.substring(qualified.lastIndexOf(':') + 1).toUpperCase(Locale.ROOT);
        closing = isEnd;
        empty = !isEnd && text.charAt(end - 1) == '/';
        position = tagEnd;
        return !name.isEmpty();
    }

    /** The next ">" before any "<", not further away than a tag can be; -1 when there is none. */
    private int closingBracket(int from) {
        int limit = Math.min(text.length(), from + LONGEST_TAG);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isNameCharacter(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == ':';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
