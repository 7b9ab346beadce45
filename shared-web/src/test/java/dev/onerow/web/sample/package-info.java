/** A small service without a domain, which the tests of this module talk to over HTTP. */
@NullMarked
package dev.onerow.web.sample;

import org.jspecify.annotations.NullMarked;
