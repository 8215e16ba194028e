package dev.hubbub.bots.compare;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What can be made of a comparison. Pure.
 *
 * @param invalid what no figure can be told of, in words; empty when there are figures for all
 * @param missed where the server missed its SLO, in words
 */
record CompareVerdict(List<String> invalid, List<String> missed) {
  /** Judges the contenders; the server comes first. */
  static CompareVerdict of(List<ContenderResult> contenders, List<Integer> rates) {
    List<String> invalid = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (ContenderResult contender : contenders) {
      for (int rate : rates) {
        if (Ratios.byRound(contender, rate, Metric.DELIVERED).isEmpty()) {
          invalid.add(at(contender, rate, "the generator was the limit in every round"));
        }
      }
      contender.searches().stream()
          .filter(search -> search.search().verdict().kind() == Verdict.Kind.INVALID)
          .forEach(search ->
              invalid.add(
                  contender.name()
                      + ", search "
                      + search.round()
                      + ": "
                      + search.search().verdict().reason()));
    }
    ContenderResult server = contenders.getFirst();
    for (int rate : rates) {
      List<CompareStep> steps =
          server.steps().stream()
              .filter(step -> step.rate() == rate && step.step().generatorLimit() == null)
              .toList();
      long held = steps.stream().filter(step -> step.step().held()).count();
      if (held * 2 < steps.size()) {
        missed.add(at(server, rate, "the SLO was missed in most rounds"));
      }
    }
    return new CompareVerdict(invalid, missed);
  }

  /** The exit status of the command. */
  int exitStatus() {
    if (!invalid.isEmpty()) {
      return ExitStatus.INVALID;
    }
    return missed.isEmpty() ? ExitStatus.DONE : ExitStatus.MISSED;
  }

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    invalid.forEach(text -> lines.add("INVALID: " + text));
    missed.forEach(text -> lines.add("missed: " + text));
    return lines;
  }

  private static String at(ContenderResult contender, int rate, String what) {
    return String.format(Locale.ROOT, "%s at %,d/s: %s", contender.name(), rate, what);
  }
}
