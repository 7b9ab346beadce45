package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.views.ViewRefused.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewRefusedTest {

    @Test
    void answersEveryReasonByItsOwnCase() {
        var reasons = List.<Reason>of(
                new Reason.InvalidSql("syntax-error", 1, "x"),
                new Reason.NameTaken("v", "table"),
                new Reason.Circular("v", "w"),
                new Reason.OutsideSchemas("secret.t"),
                new Reason.BrokenDependant("v", "c"),
                new Reason.FixedDependant("a rule"),
                new Reason.Unreadable("v"),
                new Reason.TooSlow("v"));

        var cases = reasons.stream()
                .map(reason -> reason.answer(
                        it -> "InvalidSql",
                        it -> "NameTaken",
                        it -> "Circular",
                        it -> "OutsideSchemas",
                        it -> "BrokenDependant",
                        it -> "FixedDependant",
                        it -> "Unreadable",
                        it -> "TooSlow"))
                .toList();

        assertThat(cases)
                .isEqualTo(reasons.stream()
                        .map(reason -> reason.getClass().getSimpleName())
                        .toList());
    }
}
