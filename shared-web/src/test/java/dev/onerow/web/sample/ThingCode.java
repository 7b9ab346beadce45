package dev.onerow.web.sample;

import java.util.regex.Pattern;

record ThingCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9_/-]{1,20}");

    ThingCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a code");
        }
    }
}
