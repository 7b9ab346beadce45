@NullMarked
package dev.onerow.ledger.domain;

import org.jspecify.annotations.NullMarked;
