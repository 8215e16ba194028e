/**
 * How long steps took, finer than Gatling's log, whose unit is the whole millisecond: on a loopback
 * interface most replies come within one.
 *
 * <p>Knows HdrHistogram and nothing of the project. {@code engine} records from all event loops
 * while the load runs; {@code stats} reads the files afterwards, on the main thread.
 */
@NullMarked
package dev.hubbub.gatling.times;

import org.jspecify.annotations.NullMarked;
