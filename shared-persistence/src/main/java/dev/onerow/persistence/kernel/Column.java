package dev.onerow.persistence.kernel;

import dev.onerow.persistence.InvalidValue;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Refusal;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.model.runtime.RuntimePersistentProperty;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** One column of a keyed table: all that reading and writing it needs, worked out once. */
final class Column<T> {
    private final int position;
    private final Role role;
    private final MergeRule rule;
    private final ColumnType type;
    private final boolean nullable;
    private final RuntimePersistentProperty<T> mapping;
    private final BeanProperty<T, ?> property;
    private final @Nullable AttributeConverter<Object, Object> converter;
    private final Class<?> memberType;

    /**
     * A column.
     *
     * @param position its place in the row, from 0
     * @param role who supplies it
     * @param rule what becomes of it on conflict; REPLACE where the role says more
     * @param type how it is kept
     * @param nullable whether the member may be null
     * @param mapping Micronaut Data's view of the member
     */
    Column(
            int position,
            Role role,
            MergeRule rule,
            ColumnType type,
            boolean nullable,
            RuntimePersistentProperty<T> mapping) {
        this.position = position;
        this.role = role;
        this.rule = rule;
        this.type = type;
        this.nullable = nullable;
        this.mapping = mapping;
        this.property = mapping.getProperty();
        this.memberType = mapping.getType();
        // A type that the kernel knows itself needs no converter; one that Micronaut Data reads with a converter is
        // written through the same.
        this.converter = ColumnType.ofJavaType(memberType) == null ? mapping.getConverter() : null;
    }

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

    int position() {
        return position;
    }

    Role role() {
        return role;
    }

    MergeRule rule() {
        return rule;
    }

    ColumnType type() {
        return type;
    }

    boolean nullable() {
        return nullable;
    }

    RuntimePersistentProperty<T> mapping() {
        return mapping;
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

    boolean isId() {
        return mapping.isAnnotationPresent(Id.class);
    }

    /** The same column; where it is an id that the database makes, as one that comes with the row and stays. */
    Column<T> given() {
        return role == Role.GENERATED && isId()
                ? new Column<>(position, Role.DATA, MergeRule.KEEP, type, nullable, mapping)
                : this;
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
        return canonical(property.get(row));
    }

    /** A value given for this member in canonical form; as {@link #valueIn}. */
    @Nullable
    Object canonical(@Nullable Object value) {
        Object persisted =
                converter == null ? value : converter.convertToPersistedValue(value, ConversionContext.DEFAULT);
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
        if (converter != null) {
            return converter.convertToEntityValue(canonical, ConversionContext.DEFAULT);
        }
        if (canonical == null || memberType.isInstance(canonical)) {
            return canonical;
        }
        if (memberType.isEnum()) {
            return Enum.valueOf((Class) memberType, (String) canonical);
        }
        long number = (Long) canonical;
        return memberType == Integer.class ? (Object) (int) number : (Object) (short) number;
    }

    InvalidValue refused(String problem) {
        return new InvalidValue(new Refusal.ByValue(member(), name(), problem));
    }
}
