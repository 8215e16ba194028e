package dev.hubbub.reports;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every step of a search as an HTML table, in the order in which they were run. */
final class StepTable {
  private StepTable() {}

  static Markup of(DimensionResult dimension) {
    DimensionWords words = DimensionWords.of(dimension.dimension());
    String caption = words.title() + ": every step, in the order in which they were run";
    Markup rows =
        IntStream.range(0, dimension.steps().size())
            .mapToObj(i -> row(i + 1, dimension.steps().get(i)))
            .collect(Markup.joining());
    return Tables.wrap(
        caption,
        "numbers steps",
        Markup.of(
            """
            <caption><span>{}. Target in {}.</span></caption>
            <thead>
            <tr><th rowspan="2" scope="col">step</th><th class="words" rowspan="2" scope="col">outcome</th>{}</tr>
            <tr>{}</tr>
            </thead>
            <tbody>
            {}
            </tbody>\
            """,
            caption,
            words.unit(),
            groups(),
            titles(),
            rows));
  }

  private static Markup groups() {
    Map<String, Long> widths =
        StepColumn.ALL.stream()
            .collect(
                Collectors.groupingBy(
                    StepColumn::group, LinkedHashMap::new, Collectors.counting()));
    return widths.entrySet().stream()
        .map(group ->
            Markup.of(
                "<th class=\"group\" colspan=\"{}\" scope=\"colgroup\">{}</th>",
                group.getValue(),
                group.getKey()))
        .collect(Markup.joining());
  }

  private static Markup titles() {
    return StepColumn.ALL.stream()
        .map(column -> Markup.of("<th scope=\"col\">{}</th>", column.title()))
        .collect(Markup.joining());
  }

  private static Markup row(int number, StepResult step) {
    Markup cells =
        StepColumn.ALL.stream()
            .map(column -> Tables.cell(column.value().apply(step)))
            .collect(Markup.joining());
    return Markup.of(
        "<tr class=\"{}\"><th scope=\"row\">{} {}</th><td class=\"words\">{}</td>{}</tr>",
        step.held() ? "held" : "failed",
        number,
        step.phase(),
        StepColumn.outcome(step),
        cells);
  }
}
