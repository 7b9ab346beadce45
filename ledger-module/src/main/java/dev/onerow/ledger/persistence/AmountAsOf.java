package dev.onerow.ledger.persistence;

import dev.onerow.persistence.IsoDate;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An amount of an account, and the day it holds for. */
@MappedEntity
record AmountAsOf(
        String accountId, long amount, @Nullable @IsoDate LocalDate asOf) {}
