package dev.onerow.registry.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules that are stored, and every state their SQL has had. */
public interface Rules extends Listed<StoredRule> {

    /**
     * Saves rules, each as {@link RuleChange#applyTo} decides, and every new state of their SQL. Changes of one rule apply
     * in their order. A refused one leaves no trace; the others are saved.
     *
     * @param condition what the stored row of each must meet
     * @param requestId to be remembered with new states; null when there is none
     * @return one answer for each, in order
     */
    List<SavedRule> saveAll(List<RuleChange> changes, Condition condition, @Nullable String requestId);

    /**
     * Saves one rule in the same way, in a transaction that the caller gives up when the rule is refused: the refusal may
     * have left it unusable.
     */
    SavedRule save(RuleChange change, Condition condition, @Nullable String requestId);

    Optional<StoredRule> find(RuleCode code);

    /** Those of these codes that exist. */
    List<StoredRule> findAll(Collection<RuleCode> codes);

    /** Hands out those of these codes that exist, a few at a time: together their texts may not fit into memory. */
    void each(Collection<RuleCode> codes, Consumer<StoredRule> taker);

    /** States of a rule's SQL below this number, the newest first. */
    List<SqlVersion> versionsBelow(long ruleId, int sqlVersion, int limit);

    /** How many bytes the texts of those states have. */
    List<Long> sizesBelow(long ruleId, int sqlVersion, int limit);

    /**
     * Removes a rule and its SQL versions, if the rule is still the one that was read.
     *
     * @return whether it was; else another writer came between
     */
    boolean remove(StoredRule rule);
}
