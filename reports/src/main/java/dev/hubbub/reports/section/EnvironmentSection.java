package dev.hubbub.reports.section;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.section.Table.Style;
import dev.hubbub.reports.words.Fact;
import dev.hubbub.reports.words.Facts;
import java.util.List;

/** What someone needs to know to repeat a run. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  static Section of(RunResult run, String id) {
    return new Section(
        id,
        "Environment and options",
        List.of(),
        List.of(),
        List.of(facts("Environment", Facts.environment(run)), facts("Options", Facts.options(run))),
        false);
  }

  private static Table facts(String caption, List<Fact> facts) {
    return new Table(
        caption,
        Style.FACTS,
        List.of(),
        List.of("name", "value"),
        facts.stream().map(fact -> Row.of(fact.name(), fact.value())).toList());
  }
}
