package dev.hubbub.bots.compare;

import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison as tables of plain text: the figures, and the ratios. */
final class CompareTable {
  private final CompareResult result;
  private final List<Integer> rates;
  private final StringBuilder text = new StringBuilder();

  private CompareTable(CompareResult result, List<Integer> rates) {
    this.result = result;
    this.rates = rates;
  }

  /** The tables. */
  static String of(CompareResult result, List<Integer> rates) {
    CompareTable table = new CompareTable(result, rates);
    table.figures();
    table.ratios();
    return table.text.toString();
  }

  private void figures() {
    row("median (least–largest)", ContenderResult::name);
    for (int rate : rates) {
      for (Metric metric : Metric.all()) {
        row(
            metric.label() + at(rate),
            contender ->
                text(Figure.of(Ratios.byRound(contender, rate, metric).values()), metric.format()));
      }
      row("steps inside the SLO" + at(rate), contender -> held(contender, rate));
    }
    if (result.contenders().stream().anyMatch(contender -> !contender.searches().isEmpty())) {
      row("rate held inside the SLO", CompareTable::searched);
    }
    if (result.contenders().stream().anyMatch(one -> !one.registrations().isEmpty())) {
      row("registrations/s", Registrations::paceText);
      row(
          "CPU a registration, µs",
          contender ->
              text(Figure.of(Registrations.cpuMicros(contender).values()), Metric.CPU.format()));
      row("registrations that failed", Registrations::failedText);
    }
    if (result.contenders().stream().anyMatch(contender -> contender.memory() != null)) {
      row("resident bytes an idle user", contender -> bytes(contender, MemoryLevel::residentBytes));
      row(
          "live heap bytes an idle user",
          contender -> bytes(contender, MemoryLevel::liveHeapBytes));
    }
  }

  private void ratios() {
    List<String> peers = result.contenders().stream().skip(1).map(ContenderResult::name).toList();
    text.append(System.lineSeparator());
    line("server / peer", peers.stream().map(name -> "/ " + name).toList());
    List<String> seen = new ArrayList<>();
    for (Ratio first : result.ratios()) {
      String label = label(first);
      if (!seen.contains(label)) {
        seen.add(label);
        line(label, peers.stream().map(peer -> cell(first, peer)).toList());
      }
    }
  }

  private String cell(Ratio like, String peer) {
    return result.ratios().stream()
        .filter(ratio -> ratio.against().equals(peer) && label(ratio).equals(label(like)))
        .map(ratio ->
            new Figure(ratio.median(), ratio.min(), ratio.max(), Math.max(2, ratio.rounds()))
                .text("%.2f"))
        .findFirst()
        .orElse("-");
  }

  private static String label(Ratio ratio) {
    String metric =
        Metric.all().stream()
            .filter(known -> known.key().equals(ratio.metric()))
            .map(known -> known.label().replaceFirst(", .*", ""))
            .findFirst()
            .orElse(
                switch (ratio.metric()) {
                  case "held" -> "rate held inside the SLO";
                  case "registered" -> "registrations/s";
                  case "registration" -> "CPU a registration";
                  case "resident" -> "resident bytes an idle user";
                  default -> "live heap bytes an idle user";
                });
    return metric + (ratio.rate() == null ? "" : at(ratio.rate()));
  }

  private static String held(ContenderResult contender, int rate) {
    long all = contender.steps().stream().filter(step -> step.rate() == rate).count();
    long held =
        contender.steps().stream()
            .filter(step -> step.rate() == rate && step.step().held())
            .count();
    return held + " of " + all;
  }

  private static String searched(ContenderResult contender) {
    Figure valid = Figure.of(Ratios.held(contender).values());
    if (valid != null) {
      return valid.text("%,.0f");
    }
    return contender.searches().stream()
        .map(HeldRate::search)
        .map(search ->
            search.verdict().kind() == Verdict.Kind.AT_LEAST && search.held() != null
                ? String.format(Locale.ROOT, "at least %,.0f", search.held())
                : search.verdict().kind() == Verdict.Kind.INVALID ? "INVALID" : "none held")
        .findFirst()
        .orElse("-");
  }

  private static String bytes(
      ContenderResult contender, Function<MemoryLevel, @Nullable Long> figure) {
    return text(Ratios.bytesPerUser(contender, figure), "%,.0f");
  }

  private void row(String label, Function<ContenderResult, String> cell) {
    line(label, result.contenders().stream().map(cell).toList());
  }

  private void line(String label, List<String> cells) {
    text.append(String.format(Locale.ROOT, "%-42s", label));
    cells.forEach(cell -> text.append(String.format(Locale.ROOT, " %24s", cell)));
    text.append(System.lineSeparator());
  }

  private static String text(@Nullable Figure spread, String format) {
    return spread == null ? "unknown" : Objects.requireNonNull(spread).text(format);
  }

  private static String at(int rate) {
    return String.format(Locale.ROOT, " at %,d/s", rate);
  }
}
