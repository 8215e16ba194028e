package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * A figure of the server over that of a peer.
 *
 * @param metric {@code delivered}, {@code p50}, {@code p99}, {@code cpu} (a delivered message),
 *     {@code held} (rate), {@code registered} (a second), {@code registration} (processor time of
 *     one), {@code resident} or {@code heap} (bytes an idle user)
 * @param rate messages a second, null where the figure belongs to none
 * @param against the peer
 * @param median over the rounds, of the ratio of the two figures of one round
 * @param min the least ratio
 * @param max the largest ratio
 * @param rounds how many ratios there are
 */
public record Ratio(
    String metric,
    @Nullable Integer rate,
    String against,
    double median,
    double min,
    double max,
    int rounds) {}
