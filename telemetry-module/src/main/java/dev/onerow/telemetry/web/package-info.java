/** The HTTP calls of telemetry: requests are read strictly, use cases do the work, and views show what is stored. */
@NullMarked
package dev.onerow.telemetry.web;

import org.jspecify.annotations.NullMarked;
