package dev.onerow.registry.application;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.views.ViewRefused;
import dev.onerow.persistence.views.ViewsBusy;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.ViewName;
import jakarta.inject.Singleton;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Does something in one transaction, all of it or, when it is refused, nothing. */
@Singleton
final class Attempts {
    private final Transactions transactions;

    Attempts(Transactions transactions) {
        this.transactions = transactions;
    }

    <T> Answer<T> attempt(Supplier<T> work) {
        return attempt(work, position -> position);
    }

    /**
     * Does it.
     *
     * @param inSent where a character of the stored SQL stands in the text that the client sent
     */
    <T> Answer<T> attempt(Supplier<T> work, IntUnaryOperator inSent) {
        try {
            return new Answer.Done<>(transactions.write(work));
        } catch (Undone undone) {
            return new Answer.Refused<>(undone.why());
        } catch (ViewRefused refused) {
            return new Answer.Refused<>(refusal(refused, inSent));
        } catch (ViewsBusy busy) {
            return new Answer.Refused<>(new Refusal.Busy(busy.lock()));
        } catch (StoreUnavailable unavailable) {
            if (unavailable.getCause() instanceof ViewsBusy busy) {
                return new Answer.Refused<>(new Refusal.Busy(busy.lock()));
            }
            throw unavailable;
        }
    }

    static Refusal refusal(ViewRefused refused, IntUnaryOperator inSent) {
        return refused.reason()
                .answer(
                        it -> new Refusal.InvalidSql(
                                it.code(),
                                it.position() == null ? null : (Integer) inSent.applyAsInt(it.position()),
                                it.subject()),
                        it -> new Refusal.NameTaken(new ViewName(it.view()), it.holder()),
                        it -> new Refusal.ReadsItself(it.view(), it.through()),
                        it -> new Refusal.OutsideSchemas(it.object()),
                        it -> new Refusal.BrokenDependant(it.view(), it.column()),
                        it -> new Refusal.FixedDependant(it.object()),
                        it -> new Refusal.NotReadable(it.view(), false),
                        it -> new Refusal.NotReadable(it.view(), true));
    }
}
