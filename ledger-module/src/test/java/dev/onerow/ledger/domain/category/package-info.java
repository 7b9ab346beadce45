@NullMarked
package dev.onerow.ledger.domain.category;

import org.jspecify.annotations.NullMarked;
