/**
 * What results say, in words and figures ready to print. Every renderer takes them from here, so
 * that no two reports of a result differ.
 *
 * <p>Sees {@code dev.hubbub.measure.result}, the model and the texts of reports. Pure functions and
 * values; any thread may call them.
 */
@NullMarked
package dev.hubbub.reports.words;

import org.jspecify.annotations.NullMarked;
