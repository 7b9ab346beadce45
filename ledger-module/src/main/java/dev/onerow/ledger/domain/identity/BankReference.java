package dev.onerow.ledger.domain.identity;

import java.time.LocalDate;

/** The bank's identifier with what it is trusted together with. */
record BankReference(String externalId, LocalDate date, long amount) {}
