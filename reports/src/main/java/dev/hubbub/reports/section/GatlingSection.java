package dev.hubbub.reports.section;

import dev.hubbub.reports.model.GatlingRun;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The requests of a simulation of Gatling. */
final class GatlingSection {
  private GatlingSection() {}

  static Section of(GatlingRun run, String id) {
    return new Section(
        id,
        "Gatling: " + run.simulation(),
        words(run),
        List.of(),
        List.of(
            Table.numbers(
                "Requests",
                List.of(
                    "request",
                    "count",
                    "failed",
                    "a second",
                    "mean ms",
                    "p50 ms",
                    "p90 ms",
                    "p99 ms",
                    "max ms"),
                run.requests().stream().map(GatlingSection::row).toList())),
        true);
  }

  private static List<String> words(GatlingRun run) {
    List<String> words = new ArrayList<>();
    words.add("Response times of what succeeded, from the actual send.");
    run.assertions().forEach(one -> words.add((one.held() ? "held: " : "FAILED: ") + one.text()));
    words.add("Repeat it: " + run.command());
    return words;
  }

  private static Row row(GatlingRun.Requests one) {
    return Row.of(
        one.name(),
        Numbers.count(one.count()),
        Numbers.count(one.failed()),
        Numbers.decimal(one.perSecond()),
        Numbers.decimal(one.meanMs()),
        Numbers.decimal(one.p50Ms()),
        Numbers.decimal(one.p90Ms()),
        Numbers.decimal(one.p99Ms()),
        Numbers.decimal(one.msMax()));
  }
}
