/**
 * What a report is drawn from: one model of the results of all commands and tools, and its files.
 *
 * <p>Sees {@code dev.hubbub.measure}. Only {@code ResultFiles} reads files; everything else is a
 * value or a pure function that any thread may call.
 */
@NullMarked
package dev.hubbub.reports.model;

import org.jspecify.annotations.NullMarked;
