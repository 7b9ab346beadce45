/**
 * Telemetry of a crawler that extracts articles from publishers' sites. An <em>operation</em> is one extraction of one
 * article and is stored once as a <em>fact</em>, however often it is reported; the <em>counters</em> of HTTP errors per host
 * and status move with the facts, in the same transaction, so that a replay changes nothing.
 *
 * <p>Owns the tables {@code extraction_telemetry_v2}, {@code extraction_method_attempts},
 * {@code content_type_detection_telemetry}, {@code http_error_summary}, {@code http_error_baseline} and {@code sites}.
 */
@NullMarked
package dev.onerow.telemetry;

import org.jspecify.annotations.NullMarked;
