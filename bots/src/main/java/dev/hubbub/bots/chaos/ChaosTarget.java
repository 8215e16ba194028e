package dev.hubbub.bots.chaos;

import java.time.Duration;

/**
 * A server that is to be treated badly.
 *
 * @param host its name or address
 * @param port its port
 * @param namePrefix begins the names of the bots: ASCII, and no other bots have it
 * @param patience how long an answer may take
 */
public record ChaosTarget(String host, int port, String namePrefix, Duration patience) {
  /** How long an answer may take unless told otherwise: longer than the server waits for a name. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);
}
