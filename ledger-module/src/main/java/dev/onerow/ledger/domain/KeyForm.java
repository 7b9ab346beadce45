package dev.onerow.ledger.domain;

import java.util.regex.Pattern;

/** The form of every key in the ledger: 1 to 64 of the ASCII letters, digits, dot, underscore, colon and hyphen. */
public final class KeyForm {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private KeyForm() {}

    /** Whether the text is a key. */
    public static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }

    static void require(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException("Not a key of the ledger: 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
    }
}
