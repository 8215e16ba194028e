/**
 * What users do and when. A {@link dev.hubbub.bots.workload.Workload} says it in general, as a file
 * or as options ({@link dev.hubbub.bots.workload.WorkloadSettings}); a {@link
 * dev.hubbub.bots.workload.LoadPlan} of it says who takes which action at which time.
 *
 * <p>Pure but for the reading of files: a plan is a function of its workload, its seed and the
 * number of users, without clock, network or thread. May depend on {@code dev.hubbub.bots.driver}
 * for the sizes that a load message can have, on {@code dev.hubbub.measure} for its pacer, and on
 * {@code dev.hubbub.protocol} and {@code dev.hubbub.cli}.
 */
@NullMarked
package dev.hubbub.bots.workload;

import org.jspecify.annotations.NullMarked;
