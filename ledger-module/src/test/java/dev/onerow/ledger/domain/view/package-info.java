@NullMarked
package dev.onerow.ledger.domain.view;

import org.jspecify.annotations.NullMarked;
