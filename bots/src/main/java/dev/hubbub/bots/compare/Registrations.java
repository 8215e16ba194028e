package dev.hubbub.bots.compare;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.search.GeneratorEvidence;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.RegistrationRound;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rounds of users who register at once: what they came to, and what can be said of it. Pure. */
final class Registrations {
  private Registrations() {}

  /**
   * A round.
   *
   * @param server what it used from before the first connect to after the last registration
   * @param machineLimit evidence that others had the server's processors, or null
   */
  static RegistrationRound round(
      int round, Growth growth, ProcessLoad server, @Nullable String machineLimit) {
    double seconds = growth.pace().seconds();
    String limit =
        Stream.of(GeneratorEvidence.of(growth), machineLimit)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return new RegistrationRound(
        round,
        growth.users(),
        growth.counts().failed(),
        growth.firstError(),
        seconds,
        seconds > 0 ? growth.users() / seconds : 0,
        server.cpuMicrosPerMessage(),
        server.cpuShare(),
        growth.pace().generatorCpuShare(),
        limit.isEmpty() ? null : limit);
  }

  /** Registrations a second, by round: those whose pace the contender itself set. */
  static Map<Integer, Double> perSecond(ContenderResult contender) {
    return byRound(contender, one -> one.limit() == null ? (Double) one.perSecond() : null);
  }

  /** Processor time of a registration, by round, in microseconds. */
  static Map<Integer, Double> cpuMicros(ContenderResult contender) {
    return byRound(contender, RegistrationRound::serverCpuMicros);
  }

  /** The pace, for people: a lower bound where the contender was the limit in no round. */
  static String paceText(ContenderResult contender) {
    Figure trusted = Figure.of(perSecond(contender).values());
    if (trusted != null) {
      return trusted.text("%,.0f");
    }
    Figure bound = Figure.of(byRound(contender, RegistrationRound::perSecond).values());
    return bound == null ? "-" : String.format(Locale.ROOT, "at least %,.0f", bound.median());
  }

  /** How many of those who came were not taken in. */
  static String failedText(ContenderResult contender) {
    long failed = contender.registrations().stream().mapToLong(RegistrationRound::failed).sum();
    long taken = contender.registrations().stream().mapToLong(RegistrationRound::registered).sum();
    return String.format(Locale.ROOT, "%,d of %,d", failed, failed + taken);
  }

  private static Map<Integer, Double> byRound(
      ContenderResult contender, Function<RegistrationRound, @Nullable Double> figure) {
    Map<Integer, Double> values = new TreeMap<>();
    for (RegistrationRound one : contender.registrations()) {
      Double value = figure.apply(one);
      if (value != null) {
        values.put(one.round(), value);
      }
    }
    return values;
  }
}
