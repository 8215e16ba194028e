package dev.hubbub.measure.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one contender did.
 *
 * @param name {@code server}, {@code irc}, {@code nats} or {@code echo}
 * @param address where it listened
 * @param pid its process, null when unknown
 * @param steps at the fixed rates, in the order in which they were run
 * @param searches for the rate that it held, one a round
 * @param registrations of users who came at once, one a round; empty when not measured
 * @param memory what an idle user costs, null when it was not measured
 */
public record ContenderResult(
    String name,
    String address,
    @Nullable Long pid,
    List<CompareStep> steps,
    List<HeldRate> searches,
    List<RegistrationRound> registrations,
    @Nullable MemoryResult memory) {}
