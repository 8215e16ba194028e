package dev.hubbub.reports.section;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.section.Table.Group;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.section.Table.Style;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.Shown;
import dev.hubbub.reports.words.Facts;
import dev.hubbub.reports.words.StepColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every step of each search, in the order in which they were run. */
public final class StepsSection {
  private static final int STEPS_MAX = 300;

  private StepsSection() {}

  static Optional<Section> of(RunResult run, String id) {
    if (run.dimensions().isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    words.add("What a step had to hold: " + Facts.slo(run.slo()));
    for (DimensionResult dimension : run.dimensions()) {
      String title = DimensionWords.of(dimension.dimension()).title();
      int steps = dimension.steps().size();
      if (steps == 0) {
        words.add(title + ": no step was run.");
      } else if (steps > STEPS_MAX) {
        words.add(
            "%s: %s of %s steps are shown, at even distances."
                .formatted(title, Numbers.count(STEPS_MAX), Numbers.count(steps)));
      }
    }
    List<Table> tables =
        run.dimensions().stream()
            .filter(dimension -> !dimension.steps().isEmpty())
            .map(dimension -> table(dimension, StepColumn.ALL))
            .toList();
    return Optional.of(new Section(id, "Steps", words, List.of(), tables, false));
  }

  /** The steps of a search with some of the columns. */
  public static Table table(DimensionResult dimension, List<StepColumn> columns) {
    DimensionWords words = DimensionWords.of(dimension.dimension());
    List<Integer> numbers =
        Shown.evenly(IntStream.range(0, dimension.steps().size()).boxed().toList(), STEPS_MAX);
    List<String> headings = new ArrayList<>(List.of("step", "outcome"));
    columns.forEach(column -> headings.add(column.title()));
    return new Table(
        words.title()
            + ": every step, in the order in which they were run. Target in "
            + words.unit(),
        Style.STEPS,
        groups(columns),
        headings,
        numbers.stream().map(i -> row(i + 1, dimension.steps().get(i), columns)).toList());
  }

  private static List<Group> groups(List<StepColumn> columns) {
    Map<String, Long> widths =
        columns.stream()
            .collect(
                Collectors.groupingBy(
                    StepColumn::group, LinkedHashMap::new, Collectors.counting()));
    return widths.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue().intValue()))
        .toList();
  }

  private static Row row(int number, StepResult step, List<StepColumn> columns) {
    List<String> cells = new ArrayList<>();
    cells.add(number + " " + step.phase());
    cells.add(StepColumn.outcome(step));
    columns.forEach(column -> cells.add(column.value().apply(step)));
    return new Row(step.held() ? "held" : "failed", cells);
  }
}
