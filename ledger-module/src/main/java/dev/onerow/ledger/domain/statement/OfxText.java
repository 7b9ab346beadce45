package dev.onerow.ledger.domain.statement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an OFX file as its header says. What does not decode becomes U+FFFD, NUL too. A header that names no
 * encoding, or none of our Java's, leaves UTF-8 if the bytes are that, else windows-1252.
 */
final class OfxText {
    private static final int LONGEST_HEADER = 8_192;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern XML_ENCODING =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    // Some banks write the whole header without a single line break.
    private static final String NEXT_KEY =
            "(?=OFXHEADER|DATA:|VERSION|SECURITY|CHARSET|COMPRESSION|OLDFILEUID|NEWFILEUID|\\s|<|$)";
    private static final Pattern ENCODING =
            Pattern.compile("ENCODING\\s{0,9}:[ \\t]{0,9}([A-Z0-9-]{1,40}?)" + NEXT_KEY);
    private static final Pattern CHARSET = Pattern.compile("CHARSET\\s{0,9}:[ \\t]{0,9}([A-Z0-9-]{1,40}?)" + NEXT_KEY);

    private OfxText() {}

    static String decode(byte[] file) {
        Charset marked = byteOrderMark(file);
        Charset charset = marked != null ? marked : named(header(file)).orElse(null);
        String text = charset != null ? new String(file, charset) : guessed(file);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace('\0', '\uFFFD');
    }

    /** Decodes strictly, or answers nothing. */
    static Optional<String> strictly(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException wrong) {
            return Optional.empty();
        }
    }

    private static String guessed(byte[] file) {
        return strictly(file, StandardCharsets.UTF_8).orElseGet(() -> new String(file, WINDOWS_1252));
    }

    private static @Nullable Charset byteOrderMark(byte[] file) {
        if (file.length >= 3 && (file[0] & 0xFF) == 0xEF && (file[1] & 0xFF) == 0xBB && (file[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        boolean bigEndian = file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF;
        boolean littleEndian = file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE;
        return bigEndian || littleEndian ? StandardCharsets.UTF_16 : null;
    }

    private static String header(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT);
        int body = start.indexOf("<OFX>");
        return body < 0 ? start : start.substring(0, body);
    }

    private static Optional<Charset> named(String header) {
        Matcher xml = XML_ENCODING.matcher(header.toLowerCase(Locale.ROOT));
        if (xml.find()) {
            return charset(xml.group(1));
        }
        String encoding = first(ENCODING, header);
        if (encoding.equals("UTF-8") || encoding.equals("UNICODE")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return charset(first(CHARSET, header));
    }

    private static Optional<Charset> charset(String name) {
        String label = name.toUpperCase(Locale.ROOT);
        if (label.matches("[0-9]{4}")) {
            label = "WINDOWS-" + label;
        } else if (label.startsWith("8859-")) {
            label = "ISO-" + label;
        }
        // Files that say Latin 1 mean the Windows code page: it is Latin 1 where that has printable characters.
        boolean latin1 = label.equals("ISO-8859-1") || label.equals("LATIN1");
        // ASCII names no character beyond 127, so files that have one say nothing about it.
        boolean silent = label.isEmpty() || label.equals("NONE") || label.contains("ASCII");
        if (latin1 || silent) {
            return latin1 ? Optional.of(WINDOWS_1252) : Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(label));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String first(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        return matcher.find() ? matcher.group(1) : "";
    }
}
