/** The registry over HTTP: {@code /v1/registry}. */
@NullMarked
package dev.onerow.registry.web;

import org.jspecify.annotations.NullMarked;
