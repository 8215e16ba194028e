package dev.hubbub.gatling.simulation;

import dev.hubbub.gatling.Question;
import dev.hubbub.protocol.Limits;
import io.gatling.javaapi.core.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the help says of the simulations, as each says it of itself. */
final class SimulationHelp {
  private static final List<Class<? extends Simulation>> SIMULATIONS =
      List.of(
          OfficeDay.class,
          RushHour.class,
          ShoutStorm.class,
          ReconnectStorm.class,
          Breakpoint.class,
          Legacy.class);

  private SimulationHelp() {}

  /** The lines below the options. */
  static List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("", "Simulations, and parameters with defaults:"));
    for (Class<? extends Simulation> simulation : SIMULATIONS) {
      lines.add("");
      lines.add("  " + simulation.getSimpleName());
      lines.add("    " + Objects.requireNonNull(simulation.getAnnotation(Question.class)).value());
      lines.add("    " + parameters(simulation));
    }
    lines.addAll(
        List.of(
            "",
            "Before each come -D%s=SECONDS (default %d; 0: none) of warm-up, whose times stand in"
                .formatted(WarmUp.PROPERTY, WarmUp.SECONDS_DEFAULT),
            "no figure: Java compiles meanwhile. What fails in it is reported.",
            "",
            "A simulation starts a server of its own, unless these name another:",
            "  -Dhost=HOST (default 127.0.0.1), -Dport=PORT (default " + Limits.DEFAULT_PORT + ")",
            "  -Dtls=true speaks TLS to it (default false); so does each of",
            "  -DtlsCa=FILE, -DtlsCert=FILE and -DtlsKey=FILE (PEM; no default)"));
    return lines;
  }

  private static String parameters(Class<? extends Simulation> simulation) {
    return Parameters.of(simulation).defaults().entrySet().stream()
        .map(one -> "-D" + one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }
}
