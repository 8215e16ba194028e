package dev.hubbub.reports.section;

import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.reports.model.SwarmRun;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.words.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the actions of a swarm. */
final class SwarmSection {
  private SwarmSection() {}

  static Section of(SwarmRun swarm, String id) {
    List<String> words = new ArrayList<>();
    if (swarm.partialReason() != null) {
      words.add("PARTIAL: this run is incomplete: " + swarm.partialReason());
    }
    words.add(
        "%s users at %s for %s, seed %d: %s."
            .formatted(
                Numbers.count(swarm.users()),
                swarm.server(),
                Numbers.duration(swarm.seconds()),
                swarm.seed(),
                swarm.problems().isEmpty()
                    ? "nothing happened that should not have"
                    : "FAILED, " + String.join("; ", swarm.problems())));
    words.add("Machine: " + Facts.machine(swarm.environment()) + ".");
    return new Section(
        id,
        "Swarm",
        words,
        List.of(),
        List.of(
            Table.numbers(
                "Actions, with the latency from the time at which they were due",
                List.of(
                    "action",
                    "offered",
                    "delivered",
                    "refused",
                    "lost",
                    "p50 ms",
                    "p99 ms",
                    "max ms"),
                swarm.actions().stream().map(SwarmSection::row).toList())),
        true);
  }

  private static Row row(SwarmRun.Action action) {
    MessageCounts counts = action.counts();
    return Row.of(
        action.action().toLowerCase(Locale.ROOT).replace('_', ' '),
        Numbers.count(counts.offered()),
        Numbers.count(counts.delivered()),
        Numbers.count(counts.refused()),
        Numbers.count(counts.lost()),
        Numbers.decimal(action.latency().p50Ms()),
        Numbers.decimal(action.latency().p99Ms()),
        Numbers.decimal(action.latency().maxMs()));
  }
}
