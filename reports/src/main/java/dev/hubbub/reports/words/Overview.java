package dev.hubbub.reports.words;

import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.SwarmRun;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader gets in half a minute.
 *
 * @param title of the report
 * @param sentence what was found, in one sentence
 * @param warnings why the report is not whole
 * @param headlines what each search found
 * @param costs what a user and a message cost; empty where nothing was measured
 * @param facts the answers to what is asked first
 * @param command that repeats the headlined run, null without one
 */
public record Overview(
    String title,
    String sentence,
    List<String> warnings,
    List<Headline> headlines,
    List<Costs> costs,
    List<Fact> facts,
    @Nullable String command) {
  /** The overview of a report. */
  public static Overview of(Report report, Findings findings) {
    RunResult run = report.run();
    return run == null
        ? new Overview(
            "Report", contents(report), warnings(report), List.of(), List.of(), List.of(), null)
        : new Overview(
            capitalized(run.kind()) + " report",
            Headline.sentence(run),
            warnings(report),
            Headline.of(run),
            List.of(Costs.user(run), Costs.message(run)),
            facts(run, findings.history()),
            run.command());
  }

  private static List<Fact> facts(RunResult run, @Nullable History history) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Compared with earlier runs",
            history == null
                ? "not compared: './hubbub report --history DIR' keeps a history"
                : history.words()));
    facts.add(
        new Fact(
            "Gave way first",
            run.dimensions().isEmpty()
                ? "nothing was searched"
                : Headline.of(run).stream()
                    .map(one -> one.words().title() + ": " + one.gaveWay())
                    .collect(Collectors.joining(". "))));
    facts.addAll(Facts.run(run));
    return List.copyOf(facts);
  }

  private static List<String> warnings(Report report) {
    return Stream.of(
            report.runs().stream().map(RunResult::partialReason),
            report.comparisons().stream().map(CompareResult::partialReason),
            report.swarms().stream().map(SwarmRun::partialReason))
        .flatMap(reasons -> reasons)
        .filter(Objects::nonNull)
        .map(PlainText::line)
        .toList();
  }

  private static String contents(Report report) {
    List<String> parts = new ArrayList<>();
    add(parts, report.comparisons().size(), "comparison with peers", "comparisons with peers");
    add(parts, report.containers().size(), "series of containers", "series of containers");
    add(parts, report.swarms().size(), "swarm", "swarms");
    add(parts, report.benchmarks().size(), "microbenchmark", "microbenchmarks");
    add(parts, report.simulations().size(), "Gatling simulation", "Gatling simulations");
    return parts.isEmpty() ? "no result" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String one, String many) {
    if (count > 0) {
      parts.add(Numbers.count(count) + " " + (count == 1 ? one : many));
    }
  }

  private static String capitalized(String kind) {
    String words = PlainText.line(kind);
    return words.isEmpty()
        ? words
        : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + words.substring(words.offsetByCodePoints(0, 1));
  }
}
