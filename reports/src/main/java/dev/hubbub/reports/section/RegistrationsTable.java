package dev.hubbub.reports.section;

import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.RegistrationRound;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Users who came at once, at each contender. */
final class RegistrationsTable {
  private RegistrationsTable() {}

  static Table of(List<ContenderResult> contenders) {
    return Table.remarks(
        "Users who register at once",
        List.of(
            "contender",
            "registrations/s",
            "CPU µs a registration",
            "registered",
            "failed",
            "rounds",
            "which says"),
        contenders.stream().map(RegistrationsTable::row).toList());
  }

  private static Row row(ContenderResult contender) {
    List<RegistrationRound> rounds = contender.registrations();
    List<RegistrationRound> trusted =
        rounds.stream().filter(round -> round.limit() == null).toList();
    String median =
        median((trusted.isEmpty() ? rounds : trusted).stream().map(RegistrationRound::perSecond));
    boolean isBound = trusted.isEmpty() && !rounds.isEmpty();
    return Row.of(
        contender.name(),
        isBound ? "at least " + median : median,
        median(rounds.stream().map(RegistrationRound::serverCpuMicros).filter(Objects::nonNull)),
        Numbers.count(rounds.stream().mapToLong(RegistrationRound::registered).sum()),
        Numbers.count(rounds.stream().mapToLong(RegistrationRound::failed).sum()),
        Numbers.count(rounds.size()),
        says(rounds));
  }

  private static String says(List<RegistrationRound> rounds) {
    List<String> limits =
        rounds.stream().map(RegistrationRound::limit).filter(Objects::nonNull).toList();
    return limits.isEmpty()
        ? ""
        : "no more than a lower bound in %d of %d rounds: %s"
            .formatted(limits.size(), rounds.size(), limits.getFirst());
  }

  private static String median(Stream<Double> values) {
    OptionalDouble median = Medians.of(values.toList());
    return median.isEmpty() ? Numbers.UNKNOWN : Numbers.decimal(median.getAsDouble());
  }
}
