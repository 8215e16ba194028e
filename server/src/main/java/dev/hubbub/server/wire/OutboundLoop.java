package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SlowReceiverPolicy;

/**
 * What the outgoing sides of the connections of one event loop have in common, in one place: each
 * of them costs memory for as long as a user is idle.
 */
record OutboundLoop(
    SlowReceiverPolicy policy,
    FlushQueue flushes,
    StallWatch stallWatch,
    PendingTotal memory,
    ServerMetrics metrics) {}
