package dev.onerow.ledger.domain.identity;

import static dev.onerow.ledger.domain.identity.Pairing.Outcome.ALREADY_PRESENT;
import static dev.onerow.ledger.domain.identity.Pairing.Outcome.CREATED;
import static dev.onerow.ledger.domain.identity.Pairing.Outcome.MATCHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.identity.Account.Row;
import dev.onerow.ledger.domain.identity.Recognition.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecognisingTransactionsTest {
    private static final Row COFFEE = Row.of("2026-03-01", -320, "Kiosk");
    private static final Row RENT = Row.of("2026-03-02", -90000, "Landlord");
    private static final Row SALARY = Row.of("2026-03-03", 250000, "Employer");
    private static final Row BREAD = Row.of("2026-03-04", -410, "Baker");

    private final Account account = new Account();

    @Test
    void makesNothingNewOfTheSameRowsAgain() {
        account.imports(COFFEE, RENT);

        assertThat(account.imports(COFFEE, RENT)).isEqualTo(Map.of(ALREADY_PRESENT, 2L));
        assertThat(account.transactions()).hasSize(2);
    }

    @Test
    void keepsTrueTwinsOfOneFileTwoHoweverOftenTheyCome() {
        assertThat(account.imports(COFFEE, COFFEE)).isEqualTo(Map.of(CREATED, 2L));
        assertThat(account.imports(COFFEE, COFFEE)).isEqualTo(Map.of(ALREADY_PRESENT, 2L));
        assertThat(account.imports(COFFEE)).isEqualTo(Map.of(ALREADY_PRESENT, 1L));
        assertThat(account.transactions())
                .extracting(KnownTransaction::occurrence)
                .containsExactly(1, 2);
    }

    @Test
    void makesOneMoreOfAThirdTwinInALaterFile() {
        account.imports(COFFEE, COFFEE);

        assertThat(account.imports(COFFEE, COFFEE, COFFEE)).isEqualTo(Map.of(ALREADY_PRESENT, 2L, CREATED, 1L));
    }

    @Test
    void comparesTextsByWhatTheySayAndNotHowTheyAreSpelled() {
        account.imports(Row.of("2026-03-01", -320, "Café  AM\u00A0Markt"));

        assertThat(account.imports(Row.of("2026-03-01", -320, " cafe\u0301 am markt ")))
                .isEqualTo(Map.of(ALREADY_PRESENT, 1L));
    }

    @Test
    void takesAnIdentifierTogetherWithDateAndAmountForTheSame() {
        account.imports(COFFEE.id("F1"));

        assertThat(account.imports(
                        Row.of("2026-03-01", -320, "Kiosk Main Street").id("F1")))
                .isEqualTo(Map.of(ALREADY_PRESENT, 1L));
        assertThat(account.imports(Row.of("2026-03-05", -320, "Kiosk").id("F1")))
                .isEqualTo(Map.of(CREATED, 1L));
    }

    @Test
    void keepsEqualRowsWithTwoIdentifiersTwo() {
        assertThat(account.imports(COFFEE.id("F1"), COFFEE.id("F2"))).isEqualTo(Map.of(CREATED, 2L));
        assertThat(account.imports(COFFEE.id("F3"))).isEqualTo(Map.of(CREATED, 1L));
    }

    @Test
    void keepsEqualRowsWithTwoIdentifiersTwoWhenTheFirstFileHadNone() {
        account.imports(COFFEE);
        account.imports(COFFEE.id("F1"));

        assertThat(account.imports(COFFEE.id("F2"))).isEqualTo(Map.of(CREATED, 1L));
        assertThat(account.imports(COFFEE.id("F1"))).isEqualTo(Map.of(ALREADY_PRESENT, 1L));
    }

    @Test
    void takesRowsListedTwiceUnderOneTrustedIdentifierForOne() {
        assertThat(account.imports(COFFEE.id("F1"), COFFEE.id("F1")))
                .isEqualTo(Map.of(CREATED, 1L, ALREADY_PRESENT, 1L));
        assertThat(account.transactions().get(0).attestations()).hasSize(2);
    }

    @Test
    void keepsRowsUnderOneIdentifierApartWhenTheRunningBalanceWentOn() {
        assertThat(account.imports(
                        COFFEE.id("F1").balance(1000), COFFEE.id("F1").balance(680)))
                .isEqualTo(Map.of(CREATED, 2L));
    }

    @Test
    void keepsRowsOfOneIdentifierWithDifferentTextsApart() {
        Row fee = Row.of("2026-03-01", -100, "Fee");
        Row tax = Row.of("2026-03-01", -100, "Tax");

        assertThat(account.imports(fee.id("F1"), tax.id("F1"))).isEqualTo(Map.of(CREATED, 2L));
        assertThat(account.imports(tax.id("F1"), fee.id("F1"))).isEqualTo(Map.of(ALREADY_PRESENT, 2L));
        assertThat(account.transactions())
                .allSatisfy(each -> assertThat(each.attestations())
                        .allSatisfy(row -> assertThat(row.fingerprint()).isEqualTo(each.fingerprint())));
    }

    @Test
    void keepsEqualRowsWithDifferentBalancesApartWhereBalancesIdentify() {
        account.imports(COFFEE.balance(1000));

        assertThat(account.imports(COFFEE.balance(680))).isEqualTo(Map.of(CREATED, 1L));
        assertThat(account.imports(new Policy(true, false), COFFEE.balance(5))).isEqualTo(Map.of(ALREADY_PRESENT, 1L));
        assertThat(account.imports(COFFEE)).isEqualTo(Map.of(ALREADY_PRESENT, 1L));
    }

    @Test
    void matchesWhatWasEnteredByHandOnce() {
        account.enters("mine", Row.of("2026-03-04", -320, "coffee"));

        assertThat(account.imports(COFFEE, COFFEE)).isEqualTo(Map.of(MATCHED, 1L, CREATED, 1L));
        assertThat(account.imports(COFFEE, COFFEE)).isEqualTo(Map.of(ALREADY_PRESENT, 2L));
    }

    @Test
    void matchesTheNearestThenEqualTextThenTheLowestId() {
        account.enters("a-far", Row.of("2026-03-04", -320, "Kiosk"));
        account.enters("d-near", Row.of("2026-02-28", -320, "coffee"));
        account.enters("c-near-same-text", Row.of("2026-03-02", -320, "KIOSK"));
        account.enters("b-near", Row.of("2026-02-28", -320, "coffee"));

        account.imports(COFFEE);
        account.imports(COFFEE, COFFEE);
        account.imports(COFFEE, COFFEE, COFFEE);

        assertThat(account.transactions())
                .filteredOn(each -> !each.attestations().isEmpty())
                .extracting(
                        each -> each.id().value() + " " + each.attestations().size())
                .containsExactlyInAnyOrder("c-near-same-text 3", "b-near 2", "d-near 1");
    }

    @Test
    void matchesNothingFourDaysAway() {
        account.enters("mine", Row.of("2026-03-05", -320, "Kiosk"));

        assertThat(account.imports(COFFEE)).isEqualTo(Map.of(CREATED, 1L));
    }

    @Test
    void matchesAnEqualEntryByHandBeforeOneNearby() {
        account.enters("equal", COFFEE);
        account.enters("a-nearby", Row.of("2026-03-02", -320, "Kiosk"));

        account.imports(COFFEE);

        assertThat(account.transactions().get(0).attestations()).hasSize(1);
    }

    @Test
    void doesNotBringARowBackThatWasMovedByHand() {
        account.imports(COFFEE.id("F1"), RENT);
        TransactionId rent = account.transactions().get(1).id();
        account.moves(account.transactions().get(0).id(), "2026-04-01");
        account.moves(rent, "2026-04-02");

        assertThat(account.imports(COFFEE.id("F1"), RENT)).isEqualTo(Map.of(ALREADY_PRESENT, 2L));
    }

    @Test
    void fitidAsIdentity() {
        Row fee = Row.of("2026-03-01", -100, "Fee").id("SHARED");
        Row wire = Row.of("2026-03-01", -5000, "Wire").id("SHARED");
        account.imports(fee, wire);

        assertThat(account.transactions()).hasSize(2);
        assertThat(account.imports(fee, wire)).isEqualTo(Map.of(ALREADY_PRESENT, 2L));
        assertThat(account.imports(wire)).isEqualTo(Map.of(ALREADY_PRESENT, 1L));
    }

    @Test
    void twinsImportedAgainOrMerged() {
        account.imports(COFFEE, COFFEE, RENT);
        account.imports(RENT, COFFEE);
        account.imports(COFFEE, COFFEE);

        assertThat(account.transactions()).hasSize(3);
    }

    @Test
    void trustsNoIdentifierOfAFileThatShowsThatTheyChange() {
        account.imports(COFFEE.id("A1"), RENT.id("A2"), SALARY.id("A3"));

        assertThat(account.imports(COFFEE.id("B1"), RENT.id("B2"), SALARY.id("B3"), BREAD.id("B4")))
                .isEqualTo(Map.of(ALREADY_PRESENT, 3L, CREATED, 1L));
        assertThat(account.imports(BREAD.id("B4"), SALARY.id("B3"))).isEqualTo(Map.of(ALREADY_PRESENT, 2L));
    }

    @Test
    void trustsIdentifiersWhenOneOfTheRowsIsKnownByIt() {
        account.imports(COFFEE.id("A1"), RENT.id("A2"), SALARY.id("A3"));

        assertThat(account.imports(COFFEE.id("A1"), RENT.id("B2"), SALARY.id("B3")))
                .isEqualTo(Map.of(ALREADY_PRESENT, 1L, CREATED, 2L));
    }

    @Test
    void needsThreeKnownRowsToSeeThatIdentifiersChange() {
        account.imports(COFFEE.id("A1"), RENT.id("A2"));

        assertThat(account.imports(COFFEE.id("B1"), RENT.id("B2"))).isEqualTo(Map.of(CREATED, 2L));
    }

    @Test
    void trustsNoIdentifierOfAnAccountWhoseBankChangesThem() {
        Policy unstable = new Policy(false, true);
        account.imports(unstable, COFFEE.id("A1"), COFFEE.id("A1"));

        assertThat(account.transactions()).hasSize(2);
        assertThat(account.imports(unstable, COFFEE.id("B1"))).isEqualTo(Map.of(ALREADY_PRESENT, 1L));
    }

    @Test
    void answersInFileOrderWhateverTheStep() {
        account.imports(RENT);

        assertThat(Recognition.of(
                        java.util.List.of(
                                Candidate.of(
                                        7, java.time.LocalDate.parse("2026-03-01"), -320, "Kiosk", null, null, null),
                                Candidate.of(
                                        9,
                                        java.time.LocalDate.parse("2026-03-02"),
                                        -90000,
                                        "Landlord",
                                        null,
                                        null,
                                        null)),
                        account.transactions(),
                        Account.BY_EVERYTHING))
                .extracting(pairing -> pairing.row().number() + " " + pairing.outcome())
                .containsExactly("7 CREATED", "9 ALREADY_PRESENT");
    }
}
