/** The ledger over HTTP. */
@NullMarked
package dev.onerow.ledger.web;

import org.jspecify.annotations.NullMarked;
