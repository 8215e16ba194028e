package dev.hubbub.server.wire;

import dev.hubbub.server.outbound.SlowReceiverPolicy;
import java.time.Duration;

/**
 * The limits that hold for each connection.
 *
 * @param messageBytesMax largest object that is taken in, in bytes
 * @param badInputsMax bad inputs on one connection before it is closed
 * @param registrationGrace silence after which a username without a terminator is complete
 * @param registrationMax time within which the username must be complete
 * @param lingerMax how long input is read and discarded before a connection is closed
 * @param repliesBytesMax bytes of its own unread replies past which a client is not read from until
 *     half of them are taken
 * @param unsentBytesMax bytes for one receiver that the kernel takes while they can't be sent yet
 * @param halfOpen how a peer is found that is gone without a word
 * @param slowReceivers when a receiver counts as too slow
 */
public record WireLimits(
    int messageBytesMax,
    int badInputsMax,
    Duration registrationGrace,
    Duration registrationMax,
    Duration lingerMax,
    int repliesBytesMax,
    long unsentBytesMax,
    HalfOpenDetection halfOpen,
    SlowReceiverPolicy slowReceivers) {}
