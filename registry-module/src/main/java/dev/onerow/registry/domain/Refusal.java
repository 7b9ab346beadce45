package dev.onerow.registry.domain;

import dev.onerow.registry.domain.sql.UnsafeSql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the registry does not do what it was asked to. Whatever was asked, nothing of it has happened. */
public sealed interface Refusal {

    /** Answers with the case that this is. */
    <T> T answer(Cases<T> cases);

    /** There is no such rule. */
    record UnknownRule(RuleCode code) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownRule(this);
        }
    }

    /** The body names a rule that does not exist. */
    record UnknownOwner(RuleCode code) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownOwner(this);
        }
    }

    /** There is no such view. */
    record UnknownView(ViewName name) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownView(this);
        }
    }

    /** A rule with this code exists, but for the case of its letters. */
    record CaseConflict(RuleCode code, RuleCode existing) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.caseConflict(this);
        }
    }

    /** A new rule needs SQL. */
    record SqlMissing() implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.sqlMissing(this);
        }
    }

    /** The condition of the request does not hold; {@code version} is that of the row, null when there is none. */
    record ConditionFailed(@Nullable Long version) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.conditionFailed(this);
        }
    }

    /** The SQL may not be saved. */
    record Unsafe(UnsafeSql why) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unsafe(this);
        }
    }

    /**
     * The database does not take the SQL.
     *
     * @param code stable word, such as {@code unknown-column}
     * @param position 1 for the first character, in code points; null when the database does not say
     * @param subject the name or word it stumbled over; null when the database does not say
     */
    record InvalidSql(
            String code,
            @Nullable Integer position,
            @Nullable String subject) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.invalidSql(this);
        }
    }

    /** The view would read itself; {@code through} is the view that its SQL names. */
    record ReadsItself(String view, String through) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.readsItself(this);
        }
    }

    /** The SQL reads something outside of the readable schemas. */
    record OutsideSchemas(String object) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.outsideSchemas(this);
        }
    }

    /** No view can have this name. */
    record InvalidName(String name) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.invalidName(this);
        }
    }

    /** Something that is no view holds the name; {@code kind} says what. */
    record NameTaken(ViewName name, String kind) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.nameTaken(this);
        }
    }

    /** The rule has several views, and the request names none of them. */
    record Ambiguous(RuleCode code, List<String> names) implements Refusal {
        public Ambiguous {
            names = List.copyOf(names);
        }

        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.ambiguous(this);
        }
    }

    /** A view of this name exists that the registry does not know. */
    record NotRegistered(ViewName name) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notRegistered(this);
        }
    }

    /** Another rule owns the view. */
    record OwnedByAnother(ViewName name, RuleCode owner) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.ownedByAnother(this);
        }
    }

    /** A view that reads this one would break; {@code column} is what it would miss, if it is that. */
    record BrokenDependant(String view, @Nullable String column) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.brokenDependant(this);
        }
    }

    /** Something depends on the view that cannot be rebuilt; {@code object} says what. */
    record FixedDependant(String object) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fixedDependant(this);
        }
    }

    /** Other views read this one; nearest first. */
    record HasDependants(ViewName name, List<String> dependants) implements Refusal {
        public HasDependants {
            dependants = List.copyOf(dependants);
        }

        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.hasDependants(this);
        }
    }

    /** The rows of the view cannot be read, or take too long. */
    record NotReadable(String view, boolean tooSlow) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notReadable(this);
        }
    }

    /** The view has no such column. */
    record UnknownColumn(ViewName name, String column) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownColumn(this);
        }
    }

    /** The rule waits for others that wait for it. */
    record Cycle(RuleCode code) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.cycle(this);
        }
    }

    /** This is no code that a rule could have. */
    record InvalidCode() implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.invalidCode(this);
        }
    }

    /** A lock was not to be had in time; {@code lock} says which. The same may be tried again. */
    record Busy(String lock) implements Refusal {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.busy(this);
        }
    }

    /** What can be answered to each case: whoever answers cannot forget one. */
    interface Cases<T> {
        T unknownRule(UnknownRule refusal);

        T unknownOwner(UnknownOwner refusal);

        T unknownView(UnknownView refusal);

        T caseConflict(CaseConflict refusal);

        T sqlMissing(SqlMissing refusal);

        T conditionFailed(ConditionFailed refusal);

        T unsafe(Unsafe refusal);

        T invalidSql(InvalidSql refusal);

        T readsItself(ReadsItself refusal);

        T outsideSchemas(OutsideSchemas refusal);

        T invalidName(InvalidName refusal);

        T nameTaken(NameTaken refusal);

        T ambiguous(Ambiguous refusal);

        T notRegistered(NotRegistered refusal);

        T ownedByAnother(OwnedByAnother refusal);

        T brokenDependant(BrokenDependant refusal);

        T fixedDependant(FixedDependant refusal);

        T hasDependants(HasDependants refusal);

        T notReadable(NotReadable refusal);

        T unknownColumn(UnknownColumn refusal);

        T cycle(Cycle refusal);

        T invalidCode(InvalidCode refusal);

        T busy(Busy refusal);
    }
}
