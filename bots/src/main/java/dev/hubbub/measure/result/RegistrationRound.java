package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * A round of users who connect and register at once.
 *
 * @param round from 1; in a round each contender takes in as many, one after the other
 * @param registered users who were taken in
 * @param failed users who were not
 * @param firstError the first reason for which one was not, or null
 * @param seconds from the first connect to the last confirmed registration
 * @param perSecond registrations a second, 0 where nobody was taken in
 * @param serverCpuMicros processor time of the contender for each registration, in microseconds;
 *     null when unknown
 * @param serverCpuShare processor time of the contender per wall time, of what it may use; null
 *     when unknown
 * @param generatorCpuShare the same of the generator
 * @param limit why the pace is no more than a lower bound: the limit of the generator or of the
 *     machine that was met, or null
 */
public record RegistrationRound(
    int round,
    int registered,
    long failed,
    @Nullable String firstError,
    double seconds,
    double perSecond,
    @Nullable Double serverCpuMicros,
    @Nullable Double serverCpuShare,
    double generatorCpuShare,
    @Nullable String limit) {}
