package dev.hubbub.bots;

import dev.hubbub.bots.SwarmMeasurement.ActionResult;
import dev.hubbub.bots.chaos.ChaosCount;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.SendLag;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import java.util.Formatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A swarm's result as text for people. Pure. */
final class SwarmTable {
  private final Formatter out = new Formatter(Locale.ROOT);
  private final SwarmResult result;

  private SwarmTable(SwarmResult result) {
    this.result = result;
  }

  /** The whole text; its last line says how the run went. */
  static String render(SwarmResult result) {
    SwarmTable table = new SwarmTable(result);
    table.title();
    table.actions();
    table.chaos();
    table.notes();
    table.verdict();
    return table.out.toString();
  }

  private void title() {
    SwarmMeasurement measured = result.measured();
    out.format(
        "%s: %s users, %.1f s, seed %d, workload %s%n%n",
        result.server(),
        users(measured),
        measured.seconds(),
        result.seed(),
        result.workload().name());
  }

  // Of a ramp, from the first ones to all of them.
  private static String users(SwarmMeasurement measured) {
    long joined =
        measured.actions().stream()
            .filter(action -> action.action() == Action.JOIN)
            .mapToLong(action -> action.counts().delivered())
            .sum();
    return joined == 0
        ? String.valueOf(measured.users())
        : measured.users() + " to " + (measured.users() + joined);
  }

  private void actions() {
    columns("action", "offered", "delivered", "lost", "refused");
    percentiles("p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms");
    for (ActionResult action : result.measured().actions()) {
      counts(action.action().label(), action.counts());
      Percentiles latency = action.latency();
      percentiles(
          ms(latency.p50Ms()),
          ms(latency.p90Ms()),
          ms(latency.p99Ms()),
          ms(latency.p999Ms()),
          ms(latency.maxMs()));
    }
    counts("total", SwarmResult.total(result.measured()));
    out.format("%n");
  }

  private void chaos() {
    if (result.measured().chaos().isEmpty()) {
      return;
    }
    String row = "%-16s %9s %11s %10s %10s%n";
    out.format("%n" + row, "chaos", "done", "as expected", "violations", "unfinished");
    for (ChaosCount count : result.measured().chaos()) {
      out.format(
          row,
          count.abuse(),
          count.done(),
          count.asExpected(),
          count.violations(),
          count.unfinished());
      count.examples().forEach(example -> out.format("  %s%n", example));
    }
  }

  private void counts(String label, MessageCounts counts) {
    columns(label, counts.offered(), counts.delivered(), counts.lost(), counts.refused());
  }

  private void columns(
      String label, Object offered, Object delivered, Object lost, Object refused) {
    out.format("%-19s %9s %9s %7s %8s", label, offered, delivered, lost, refused);
  }

  private void percentiles(String p50, String p90, String p99, String p999, String max) {
    out.format(" %9s %9s %9s %9s %9s%n", p50, p90, p99, p999, max);
  }

  private void notes() {
    SwarmMeasurement measured = result.measured();
    MessageCounts total = SwarmResult.total(measured);
    out.format(
        "%nduplicated %d, reordered %d, users dropped %d, users not registered %d%n",
        total.duplicated(), total.reordered(), measured.dropped(), result.connections().failed());
    if (result.connectionError() != null) {
      out.format("not registered because: %s%n", result.connectionError());
    }
    out.format(
        "latency from the due time; the generator sent %s ms late at p99, %s ms at most%n",
        ms(measured.sendLag().p99Ms()), ms(measured.sendLag().maxMs()));
    if (SendLag.isLate(measured.sendLag())) {
      out.format("INVALID as latencies of the server: the generator itself was late%n");
    }
  }

  private void verdict() {
    out.format(result.problems().isEmpty() ? "PASSED" : "FAILED");
    if (result.partialReason() != null) {
      out.format(" (partial: %s)", result.partialReason());
    }
    out.format(
        ": %s.%n",
        result.problems().isEmpty()
            ? "nothing lost, duplicated, reordered or dropped"
            : String.join(", ", result.problems()));
  }

  // Too small a sample to know it is no zero.
  private static String ms(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }
}
