@NullMarked
package dev.onerow.ledger.domain.statement;

import org.jspecify.annotations.NullMarked;
