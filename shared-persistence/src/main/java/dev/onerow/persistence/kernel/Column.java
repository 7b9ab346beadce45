package dev.onerow.persistence.kernel;

import dev.onerow.persistence.InvalidValue;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Refusal;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.RuntimePersistentProperty;
import org.jspecify.annotations.Nullable;

/**
 * One column of a keyed table: all that reading and writing it needs, worked out once.
 *
 * @param position its place in the row, from 0
 * @param role who supplies it
 * @param rule what becomes of it on conflict; REPLACE where the role says more
 * @param type how it is kept
 * @param nullable whether the member may be null
 * @param mapping Micronaut Data's view of the member
 */
record Column<T>(
        int position,
        Role role,
        MergeRule rule,
        ColumnType type,
        boolean nullable,
        RuntimePersistentProperty<T> mapping) {

    /** Who supplies a column. */
    enum Role {
        /** Part of the business key. */
        KEY,
        /** The caller, on every write. */
        DATA,
        /** The database: an identity, or a column computed from others. */
        GENERATED,
        /** The kernel: 1 when inserted, one more with every real change. */
        VERSION,
        /** The kernel: when the row was inserted. */
        CREATED,
        /** The kernel: when the row last really changed. */
        UPDATED
    }

    String member() {
        return mapping.getName();
    }

    String name() {
        return mapping.getPersistedName();
    }

    boolean isSupplied() {
        return role == Role.KEY || role == Role.DATA;
    }

    /** Whether a decided write or a patch may change it once the row is there. */
    boolean isChangeable() {
        return role == Role.DATA && rule != MergeRule.KEEP;
    }

    /**
     * The member's value in canonical form.
     *
     * @throws InvalidValue when the databases cannot keep it alike, or it is null where that cannot be
     */
    @Nullable
    Object valueIn(T row) {
        return canonical(mapping.getProperty().get(row));
    }

    /** A value given for this member in canonical form; as {@link #valueIn}. */
    @Nullable
    Object canonical(@Nullable Object value) {
        Object persisted = isConverted()
                ? mapping.getConverter().convertToPersistedValue(value, ConversionContext.DEFAULT)
                : value;
        if (persisted == null) {
            if (!nullable) {
                throw refused("must not be null");
            }
            return null;
        }
        try {
            return type.canonical(persisted instanceof Enum<?> constant ? constant.name() : persisted);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw refused(
                    e instanceof ClassCastException
                            ? "has another type than the member"
                            : String.valueOf(e.getMessage()));
        }
    }

    /** The member's value for a canonical one. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Nullable
    Object toMember(@Nullable Object canonical) {
        if (isConverted()) {
            return mapping.getConverter().convertToEntityValue(canonical, ConversionContext.DEFAULT);
        }
        Class<?> target = mapping.getType();
        if (canonical == null || target.isInstance(canonical)) {
            return canonical;
        }
        if (target.isEnum()) {
            return Enum.valueOf((Class) target, (String) canonical);
        }
        long number = (Long) canonical;
        return target == Integer.class ? (Object) (int) number : (Object) (short) number;
    }

    // A type that the kernel knows itself needs no converter; one that Micronaut Data reads with a converter is
    // written through the same.
    private boolean isConverted() {
        return ColumnType.ofJavaType(mapping.getType()) == null && mapping.getConverter() != null;
    }

    InvalidValue refused(String problem) {
        return new InvalidValue(new Refusal.ByValue(member(), name(), problem));
    }
}
