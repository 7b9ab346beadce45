package dev.onerow.app;

import io.micronaut.context.env.Environment;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The settings that have a form, looked at before anything starts. The framework takes the default where it cannot read
 * some of them, and for others speaks of its own classes.
 */
final class Settings {
    private static final int LAST_PORT = 65_535;
    private static final int MOST_WORKERS = 1_000;
    private static final Pattern TIME = Pattern.compile("0*[1-9][0-9]{0,8}(ms|[smhd])");

    private static final List<Setting> ALL = List.of(
            new Setting("onerow.port", "a port, 0 to 65535", isNumber(0, LAST_PORT)),
            yesOrNo("onerow.allow-anonymous"),
            yesOrNo("onerow.database.migrate"),
            yesOrNo("onerow.proof.at-start"),
            new Setting(
                    "onerow.web.patience-seconds", "a number of seconds, 1 or more", isNumber(1, Integer.MAX_VALUE)),
            new Setting("onerow.quality.backfill.workers", "a number, 0 to 1000", isNumber(0, MOST_WORKERS)),
            new Setting("onerow.quality.backfill.lease", "a time such as 20s", Settings::isTime),
            new Setting("onerow.quality.backfill.poll", "a time such as 2s", Settings::isTime));

    private Settings() {}

    /**
     * A setting that has a form.
     *
     * @param property its name, in lower case and with dots
     * @param wanted its form, in words
     * @param fits whether a value has that form
     */
    private record Setting(String property, String wanted, Predicate<String> fits) {
        String variable() {
            return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        }
    }

    /**
     * Looks at all of them.
     *
     * @throws UnusableSetting at the first whose value has not its form
     */
    static void check(Environment environment) {
        for (Setting setting : ALL) {
            String value =
                    environment.getProperty(setting.property(), String.class).orElse(null);
            if (value != null && !setting.fits().test(value)) {
                throw new UnusableSetting(
                        setting.variable() + " is \"" + value + "\"; wanted is " + setting.wanted() + ".");
            }
        }
    }

    private static Setting yesOrNo(String property) {
        return new Setting(property, "true or false", List.of("true", "false")::contains);
    }

    private static Predicate<String> isNumber(int least, int most) {
        return value -> {
            try {
                int number = Integer.parseInt(value);
                return least <= number && number <= most;
            } catch (NumberFormatException none) {
                return false;
            }
        };
    }

    /** As the framework reads times: 20s, 500ms, or PT20S. */
    private static boolean isTime(String value) {
        if (TIME.matcher(value).matches()) {
            return true;
        }
        try {
            return !Duration.parse(value).isNegative() && !Duration.parse(value).isZero();
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
