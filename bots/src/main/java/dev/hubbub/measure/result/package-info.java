/**
 * The result of a run as values: what the harness writes to {@code capacity.json} and what every
 * report is drawn from.
 *
 * <p>Records only; depends on nothing of ours. Units stand last in every name. A figure that could
 * not be measured is null, never zero.
 */
@NullMarked
package dev.hubbub.measure.result;

import org.jspecify.annotations.NullMarked;
