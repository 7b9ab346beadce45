@NullMarked
package dev.onerow.ledger.domain.identity;

import org.jspecify.annotations.NullMarked;
