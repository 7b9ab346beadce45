/** What tests of modules that are spoken to over HTTP share; handed on as this module's test jar. */
@NullMarked
package dev.onerow.web.testing;

import org.jspecify.annotations.NullMarked;
