package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Parsed;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Spelling;
import dev.onerow.persistence.Outcome;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.request.Fields;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads members in the terms of the domain, and notes what is wrong with them. */
final class Inputs {
    static final int LONGEST_TEXT = 4_000;

    /** Takes the place of a key that is wrong, which is noted, so that the rest is read and its faults are told too. */
    private static final String STAND_IN = "-";

    private Inputs() {}

    /** A member of type text that the domain reads; null when it is not there or wrong. */
    static <T> @Nullable T parsed(Fields in, String name, Function<String, Parsed<T>> reader) {
        return parsed(in, name, in.text(name).orNull(), reader);
    }

    private static <T> @Nullable T parsed(
            Fields in, String name, @Nullable String text, Function<String, Parsed<T>> reader) {
        return text == null
                ? null
                : reader.apply(text).<@Nullable T>either(value -> value, no -> {
                    in.fault(name, no.code(), no.detail());
                    return null;
                });
    }

    /** A word of the domain, in either spelling. */
    static <E extends Enum<E>> @Nullable E word(Fields in, String name, Class<E> type) {
        return parsed(
                in,
                name,
                in.text(name).amongWords(Spelling.wordsOf(type)).orNull(),
                text -> Spelling.find(type, text)
                        .map(Parsed::of)
                        .orElseGet(() -> Parsed.refused("unknown-word", "One of " + Spelling.words(type) + ".")));
    }

    /** What was read, after the faults that the domain finds in it are noted, each at a member. */
    static <T> T noting(Fields in, T read, Checked<?> checked) {
        checked.either(valid -> true, problems -> {
            problems.forEach(each -> in.fault(each.pointer().substring(1), each.code(), each.detail()));
            return false;
        });
        return read;
    }

    /** An amount in minor units; null when it is not there or wrong. */
    static @Nullable Long amount(Fields in, String name, CurrencyCode currency) {
        Money money = parsed(in, name, text -> Money.read(text, currency));
        return money == null ? null : (Long) money.minorUnits();
    }

    /** A key of the ledger, as its own kind of id. */
    static <T> T id(Fields in, String name, Function<String, T> maker) {
        String key = in.text(name)
                .check(KeyForm::matches, "invalid-form", "1 to 64 of A-Z a-z 0-9 . _ : -")
                .required();
        return maker.apply(KeyForm.matches(key) ? key : STAND_IN);
    }

    /** A key of the ledger, or null. */
    static @Nullable String optionalKey(Fields in, String name) {
        return in.text(name)
                .check(KeyForm::matches, "invalid-form", "1 to 64 of A-Z a-z 0-9 . _ : -")
                .orNull();
    }

    /** A text that may be long. */
    static @Nullable String text(Fields in, String name) {
        return in.text(name).atMost(LONGEST_TEXT).orNull();
    }

    /** The condition of a request, in the terms of the domain. */
    static Condition condition(Conditions conditions) {
        return conditions::permit;
    }

    /** The outcome of a save, in the words of the wire. */
    static Outcome outcome(Saved<?> saved) {
        return switch (saved.change()) {
            case INSERTED -> Outcome.INSERTED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case FOLDED -> Outcome.FOLDED;
        };
    }

    /** Minor units as they are shown. */
    static @Nullable String shown(@Nullable Long amount, CurrencyCode currency) {
        return amount == null ? null : Money.decimal(amount, currency);
    }

    /** A date as it is shown. */
    static @Nullable String shown(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
