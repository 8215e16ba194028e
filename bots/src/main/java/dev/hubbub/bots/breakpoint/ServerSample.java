package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.PrometheusText;
import dev.hubbub.measure.ThreadTimes;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server at a moment.
 *
 * @param atNs of a monotonic clock
 * @param times of its threads, null when its process can't be observed
 * @param busyNs of the processors that it may use, null when unknown
 * @param page its metrics, null when it shows none
 */
record ServerSample(
    long atNs, @Nullable ThreadTimes times, @Nullable Long busyNs, @Nullable PrometheusText page) {}
