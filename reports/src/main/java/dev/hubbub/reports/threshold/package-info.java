/**
 * What CI may fail on: the newest run is worse than its baseline, it missed its SLO, or its numbers
 * can't be trusted.
 *
 * <p>Sees {@code dev.hubbub.measure.result} and {@code dev.hubbub.reports.history}. Pure functions;
 * any thread may call them.
 */
@NullMarked
package dev.hubbub.reports.threshold;

import org.jspecify.annotations.NullMarked;
