/**
 * The load engine of one worker: users, their connections, and the runs that put a load on them,
 * all on one event loop. No thread a user, and no lock.
 *
 * <p>A plan says who does what ({@link dev.hubbub.bots.workload.LoadPlan}) and when; {@code
 * LoadRun} keeps the time, {@code Traffic} acts and judges what comes in, {@code RunStatistics}
 * counts. May depend on {@code dev.hubbub.bots.chaos} for its counts, {@code
 * dev.hubbub.bots.workload}, {@code dev.hubbub.measure}, {@code dev.hubbub.bots.driver} and {@code
 * dev.hubbub.protocol}. Everything runs on the event loop but the methods of {@link
 * dev.hubbub.bots.engine.Engine}, which any thread may call.
 */
@NullMarked
package dev.hubbub.bots.engine;

import org.jspecify.annotations.NullMarked;
