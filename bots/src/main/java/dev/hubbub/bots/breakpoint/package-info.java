/**
 * Runs a capacity search against a real server: the command {@code breakpoint}, and what {@code
 * capacity} shares with it.
 *
 * <p>{@code DimensionSearch} asks the pure search in {@code dev.hubbub.bots.search} for the next
 * step, has it run by a {@code StepRunner} (a fleet of bots) and ends with a {@code
 * DimensionResult}. May depend on everything else in this module. Runs on the thread of the
 * command.
 */
@NullMarked
package dev.hubbub.bots.breakpoint;

import org.jspecify.annotations.NullMarked;
