package dev.hubbub.bots;

import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.MessageCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole run of {@code swarm}.
 *
 * @param schemaVersion of this layout: {@link #SCHEMA_VERSION}
 * @param kind {@code swarm}
 * @param startedAt when it began
 * @param partialReason why the run is incomplete, or null when it is whole
 * @param server its address
 * @param seed the same seed plans the same actions at the same times
 * @param options every option by its long name, defaults included; what was left to the workload is
 *     in that
 * @param workload what the users did, complete
 * @param environment of the generator
 * @param connections of the users, at the start
 * @param connectionError the first reason for which a user could not register, or null
 * @param measured what became of the actions
 * @param problems what should not have happened, in words; empty when all was well
 */
public record SwarmResult(
    int schemaVersion,
    String kind,
    Instant startedAt,
    @Nullable String partialReason,
    String server,
    long seed,
    Map<String, String> options,
    Workload workload,
    Environment environment,
    ConnectionCounts connections,
    @Nullable String connectionError,
    SwarmMeasurement measured,
    List<String> problems) {
  /** The version that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** What should not have happened. */
  static List<String> problems(Growth growth, SwarmMeasurement measured) {
    MessageCounts total = total(measured);
    List<String> problems = new ArrayList<>();
    add(problems, total.lost(), "lost");
    add(problems, total.duplicated(), "duplicated");
    add(problems, total.reordered(), "reordered");
    add(problems, measured.dropped(), "users dropped");
    add(problems, growth.counts().failed(), "users not registered");
    add(problems, total.offered() - total.sent(), "not sent");
    measured
        .chaos()
        .forEach(count -> add(problems, count.violations(), "wrong answers to " + count.abuse()));
    problems.addAll(measured.anomalies());
    return List.copyOf(problems);
  }

  /** Whether an action is told apart: what a slow reader does not take is no loss. */
  static boolean isApart(Action action) {
    return action == Action.SLOW_READER || action == Action.CUT_OFF;
  }

  /** All kinds of actions together, those aside that are told apart. */
  static MessageCounts total(SwarmMeasurement measured) {
    return measured.actions().stream()
        .filter(action -> !isApart(action.action()))
        .map(SwarmMeasurement.ActionResult::counts)
        .reduce(MessageCounts.NONE, MessageCounts::plus);
  }

  private static void add(List<String> problems, long count, String what) {
    if (count > 0) {
      problems.add(count + " " + what);
    }
  }
}
