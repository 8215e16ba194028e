package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;

/**
 * What the framers of one event loop have in common, in one place: each of them costs memory for as
 * long as a user is idle.
 */
record FramerLoop(
    TurnQueue readers, Scanners scanners, PendingTotal memory, ServerMetrics metrics) {}
