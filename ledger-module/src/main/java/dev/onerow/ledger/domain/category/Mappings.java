package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored categories of transactions in ledgers. */
public interface Mappings {

    /** The mappings of some transactions in a ledger; those without any left out. */
    Map<TransactionId, Stored<Mapping>> find(LedgerId ledger, Collection<TransactionId> transactions);

    /** Adds mappings of transactions that have none, because nobody else has seen them yet. */
    void addAll(List<Mapping> mappings);

    /**
     * Saves mappings as a rule decides, of a ledger and categories that are held: one answer for each, in their order, but
     * none where the transaction has gone meanwhile.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when the rule refuses one
     */
    List<Saved<Mapping>> saveAll(List<Mapping> mappings, Verdict.Rule<Mapping> rule);

    /** Deletes the mappings of some transactions in a ledger. */
    void deleteAll(LedgerId ledger, Collection<TransactionId> transactions);

    /** Whether a ledger has mappings. */
    boolean hasAny(LedgerId ledger);
}
