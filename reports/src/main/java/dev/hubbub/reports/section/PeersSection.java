package dev.hubbub.reports.section;

import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.words.Facts;
import dev.hubbub.reports.words.UserMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The server beside its peers under the same load. */
final class PeersSection {
  private PeersSection() {}

  static Section of(CompareResult result, String id) {
    List<String> words = new ArrayList<>();
    if (result.partialReason() != null) {
      words.add("PARTIAL: this comparison is incomplete: " + result.partialReason());
    }
    words.add(
        "Medians of the rounds, in which all had the same load in turns; %s. Ratios compare the"
                .formatted(
                    result.serverCpus() == null
                        ? "each without a quota of processor time"
                        : "each with " + Numbers.decimal(result.serverCpus()) + " processors")
            + " two figures of one round: 1 is alike, and a spread that holds 1 shows no"
            + " difference.");
    words.add("Machine: " + Facts.machine(result.environment()) + ".");
    words.add("Repeat it: " + result.command());
    List<Table> tables = new ArrayList<>(List.of(contenders(result)));
    if (result.contenders().stream().anyMatch(one -> !one.registrations().isEmpty())) {
      tables.add(RegistrationsTable.of(result.contenders()));
    }
    if (!result.ratios().isEmpty()) {
      tables.add(ratios(result));
    }
    return new Section(id, "Beside its peers", words, List.of(), tables, true);
  }

  private static Table contenders(CompareResult result) {
    return Table.numbers(
        "Each contender",
        List.of(
            "contender",
            "rate held, messages/s",
            "p50 ms",
            "p99 ms",
            "CPU µs a message",
            "resident a user",
            "live heap a user"),
        result.contenders().stream().map(PeersSection::contender).toList());
  }

  private static Row contender(ContenderResult one) {
    UserMemory user = one.memory() == null ? null : UserMemory.of(one.memory());
    return Row.of(
        one.name(),
        held(one.searches()),
        median(one.steps(), step -> step.latency().p50Ms()),
        median(one.steps(), step -> step.latency().p99Ms()),
        median(one.steps(), step -> step.server().cpuMicrosPerMessage()),
        user == null ? Numbers.UNKNOWN : user.resident(),
        user == null ? Numbers.UNKNOWN : user.liveHeap());
  }

  // A number never stands without its verdict.
  private static String held(List<HeldRate> searches) {
    OptionalDouble median =
        Medians.of(
            searches.stream().map(one -> one.search().held()).filter(Objects::nonNull).toList());
    boolean isBound =
        searches.stream().anyMatch(one -> one.search().verdict().kind() == Verdict.Kind.AT_LEAST);
    return median.isEmpty()
        ? Numbers.UNKNOWN
        : (isBound ? "at least " : "holds ") + Numbers.decimal(median.getAsDouble());
  }

  private static String median(
      List<CompareStep> steps, Function<StepResult, @Nullable Double> figure) {
    OptionalDouble median =
        Medians.of(
            steps.stream().map(one -> figure.apply(one.step())).filter(Objects::nonNull).toList());
    return median.isEmpty() ? Numbers.UNKNOWN : Numbers.decimal(median.getAsDouble());
  }

  private static Table ratios(CompareResult result) {
    return Table.remarks(
        "The server over its peers",
        List.of("figure", "against", "messages/s", "median", "from", "to", "rounds", "which says"),
        result.ratios().stream().map(PeersSection::ratio).toList());
  }

  private static Row ratio(Ratio ratio) {
    return Row.of(
        ratio.metric(),
        ratio.against(),
        ratio.rate() == null ? Numbers.UNKNOWN : Numbers.count(ratio.rate()),
        Numbers.decimal(ratio.median()),
        Numbers.decimal(ratio.min()),
        Numbers.decimal(ratio.max()),
        Numbers.count(ratio.rounds()),
        says(ratio));
  }

  private static String says(Ratio ratio) {
    if (ratio.rounds() < 2) {
      return "one round: no spread is known";
    }
    if (ratio.min() <= 1 && ratio.max() >= 1) {
      return "no difference beyond the spread of the rounds";
    }
    return ratio.min() > 1 ? "more than " + ratio.against() : "less than " + ratio.against();
  }
}
