package dev.onerow.ledger.domain.identity;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text by which transactions are compared: spelling variants of one bank fall together, words do not. */
public final class NormalisedText {
    private NormalisedText() {}

    /** The merchant, or the notes if that is blank, in NFKC, lower case, with runs of white space as one blank. */
    public static String of(@Nullable String merchant, @Nullable String notes) {
        String text = merchant != null && !merchant.isBlank() ? merchant : notes == null ? "" : notes;
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder normalised = new StringBuilder(lower.length());
        boolean isGap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                isGap = true;
            } else {
                if (isGap && normalised.length() > 0) {
                    normalised.append(' ');
                }
                isGap = false;
                normalised.append(c);
            }
        }
        return normalised.toString();
    }
}
