package dev.hubbub.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation of Gatling.
 *
 * @param simulation its name
 * @param command the command line that repeats it
 * @param requests all of them together first, then each by name
 * @param assertions of the simulation, in its order
 */
public record GatlingRun(
    String simulation, String command, List<Requests> requests, List<Assertion> assertions) {
  /**
   * What a simulation asserts.
   *
   * @param text in Gatling's words
   * @param held whether it was true
   */
  public record Assertion(String text, boolean held) {}

  /**
   * Requests of one name.
   *
   * @param name theirs
   * @param count how many were made
   * @param failed how many of them failed
   * @param perSecond how many were made a second
   * @param meanMs response time
   * @param p50Ms response time, null where unknown
   * @param p90Ms response time, null where unknown
   * @param p99Ms response time, null where unknown
   * @param msMax response time, null where unknown
   */
  public record Requests(
      String name,
      long count,
      long failed,
      double perSecond,
      @Nullable Double meanMs,
      @Nullable Double p50Ms,
      @Nullable Double p90Ms,
      @Nullable Double p99Ms,
      @Nullable Double msMax) {}
}
