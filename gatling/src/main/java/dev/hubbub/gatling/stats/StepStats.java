package dev.hubbub.gatling.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All executions of one step.
 *
 * @param groups that it stands in, outermost first
 * @param name of the step; empty for all steps together
 * @param succeeded how many did
 * @param failed how many did not
 * @param perSecond executions, over the run without its warm-up
 * @param logged times of the successful ones by Gatling's log; null where none succeeded
 * @param times of the successful ones by the protocol, finer than a millisecond; null where none
 *     succeeded
 */
public record StepStats(
    List<String> groups,
    String name,
    long succeeded,
    long failed,
    double perSecond,
    @Nullable LoggedTimes logged,
    @Nullable StepPercentiles times) {}
