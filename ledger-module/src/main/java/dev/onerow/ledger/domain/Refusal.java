package dev.onerow.ledger.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the ledger refuses a request that was well-formed.
 *
 * @param reason the sort of refusal
 * @param detail a sentence for people about this case
 * @param members what else a machine may want to know, such as ids
 * @param problems what is wrong member by member, if it is that
 */
public record Refusal(Reason reason, String detail, Map<String, Object> members, List<FieldProblem> problems) {

    /** Copies the collections. */
    public Refusal {
        members = Map.copyOf(members);
        problems = List.copyOf(problems);
    }

    /** The sorts of refusal. */
    public enum Reason {
        /** What the request asks of the stored version is not so. */
        PRECONDITION_FAILED,
        /** A member is wrong. */
        INVALID,
        /** There is no such account. */
        UNKNOWN_ACCOUNT,
        /** There is no such transaction. */
        UNKNOWN_TRANSACTION,
        /** There is no such import. */
        UNKNOWN_IMPORT,
        /** There is no such CSV profile. */
        UNKNOWN_PROFILE,
        /** CSV needs a profile that is known. */
        PROFILE_NEEDED,
        /** There is no such template. */
        UNKNOWN_TEMPLATE,
        /** There is no such category. */
        UNKNOWN_CATEGORY,
        /** There is no such rule. */
        UNKNOWN_RULE,
        /** There is no such ledger. */
        UNKNOWN_LEDGER,
        /** The transaction has no category in the ledger. */
        UNKNOWN_MAPPING,
        /** The currency of an account with transactions stays. */
        CURRENCY_IN_USE,
        /** A transaction stays in its account. */
        OTHER_ACCOUNT,
        /** The transaction is locked. */
        TRANSACTION_LOCKED,
        /** Transactions that would go are locked. */
        LOCKED_TRANSACTIONS,
        /** The file belongs to another account. */
        ACCOUNT_MISMATCH,
        /** The file has several accounts and does not say which. */
        AMBIGUOUS_ACCOUNT,
        /** The file has investment statements only. */
        UNSUPPORTED_STATEMENT,
        /** The file cannot be read. */
        UNREADABLE_FILE,
        /** The CSV profile does not fit the file. */
        WRONG_PROFILE,
        /** No record of the file makes a transaction. */
        NO_VALID_TRANSACTIONS,
        /** The category is still used. */
        CATEGORY_IN_USE,
        /** The template is still used. */
        TEMPLATE_IN_USE,
        /** The id belongs to another template. */
        OTHER_TEMPLATE,
        /** There is always a default ledger. */
        DEFAULT_LEDGER,
        /** The template of a ledger with mappings stays. */
        LEDGER_HAS_MAPPINGS,
        /** The ledger has no template. */
        NO_TEMPLATE
    }

    /** A refusal. */
    public static Refusal of(Reason reason, String detail) {
        return new Refusal(reason, detail, Map.of(), List.of());
    }

    /** A refusal because of one member. */
    public static Refusal invalid(String pointer, String code, String detail) {
        return invalid(List.of(new FieldProblem(pointer, code, detail)));
    }

    /** A refusal because of members. */
    public static Refusal invalid(List<FieldProblem> problems) {
        return new Refusal(Reason.INVALID, problems.get(0).detail(), Map.of(), problems);
    }

    /** A refusal because of what is stored; null: nothing is. */
    public static Refusal preconditionFailed(@Nullable Stored<?> stored) {
        return of(
                Reason.PRECONDITION_FAILED,
                stored == null ? "There is no such row." : "The row has version " + stored.version() + ".");
    }

    /** This refusal with one thing more to know. */
    public Refusal with(String name, Object value) {
        return new Refusal(reason, detail, Map.of(name, value), problems);
    }

    /** This refusal, thrown: what was written so far is taken back. */
    public RefusedException asException() {
        return new RefusedException(this);
    }
}
