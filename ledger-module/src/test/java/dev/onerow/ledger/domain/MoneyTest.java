package dev.onerow.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    @ParameterizedTest
    @CsvSource({
        "-12.40, EUR, -1240, -12.40",
        "250, EUR, 25000, 250.00",
        "+0.05, EUR, 5, 0.05",
        "1.500, EUR, 150, 1.50",
        "1200, JPY, 1200, 1200",
        "1200.0, JPY, 1200, 1200",
        "1.005, KWD, 1005, 1.005",
        "9999999999999.99, EUR, 999999999999999, 9999999999999.99"
    })
    void isExactInTheMinorUnitsOfItsCurrency(String text, String currency, long minorUnits, String decimal) {
        Money money = Money.read(text, new CurrencyCode(currency)).value();

        assertThat(money.minorUnits()).isEqualTo(minorUnits);
        assertThat(money.decimal()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @CsvSource({
        "3.205, EUR, too-many-decimals",
        "0.5, JPY, too-many-decimals",
        "1e3, EUR, not-a-decimal",
        "0x10, EUR, not-a-decimal",
        "1.2.3, EUR, not-a-decimal",
        "'', EUR, not-a-decimal",
        ".5, EUR, not-a-decimal",
        "10000000000000.00, EUR, out-of-range",
        "-9999999999999999999999999999, EUR, out-of-range"
    })
    void refusesWhatItCannotKeepExactly(String text, String currency, String code) {
        Parsed<Money> money = Money.read(text, new CurrencyCode(currency));

        assertThat(money.<String>either(readable -> "readable", Parsed.Refused::code))
                .isEqualTo(code);
    }

    @Test
    void refusesATextOfAMillionDigitsAtOnce() {
        Parsed<Money> money = Money.read("9".repeat(1_000_000), EUR);

        assertThat(money.isReadable()).isFalse();
    }

    @Test
    void readsCurrenciesInCapitalAndSmallLetters() {
        assertThat(CurrencyCode.read("eur").value()).isEqualTo(EUR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "EURO", "ZZZ", "XAU", "E R"})
    void refusesWhatIsNoCurrencyWithAMinorUnit(String code) {
        assertThat(CurrencyCode.read(code).isReadable()).isFalse();
    }
}
