package dev.hubbub.reports.words;

import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.reports.text.Numbers;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The circumstances of a run, in words. */
public final class Facts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String UNKNOWN = "unknown";

  private Facts() {}

  /** The machine in one line. */
  public static String machine(Environment environment) {
    return "%s, %s %s, %s of memory, %s"
        .formatted(
            environment.cpuModel(),
            Numbers.count(environment.cores()),
            environment.cores() == 1 ? "core" : "cores",
            Numbers.bytes(environment.memoryBytes()),
            environment.kernel());
  }

  /** When the run was, and what it measured. */
  public static List<Fact> run(RunResult run) {
    return List.of(
        new Fact("Started", TIME.format(run.startedAt())),
        new Fact("Took", Numbers.duration(run.elapsedSeconds())),
        new Fact("Server", run.server()),
        new Fact("Machine", machine(run.environment())),
        new Fact("Pinning", run.environment().pinning()));
  }

  /** What a step had to hold. */
  public static String slo(SloLimits slo) {
    return ("Failed registrations at most %s; no unexpected disconnect; nothing lost, duplicated or"
            + " reordered; delivered at least %s of what was offered; p99 latency at most %s;"
            + " no growing backlog.")
        .formatted(
            Numbers.exactPercent(slo.registrationFailureShareMax()),
            Numbers.exactPercent(slo.deliveredShareMin()),
            Numbers.millis(slo.latencyP99MsMax()));
  }

  /** What someone needs to know to repeat the run. */
  public static List<Fact> environment(RunResult run) {
    Environment environment = run.environment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("CPU", environment.cpuModel()));
    facts.add(new Fact("Cores", Numbers.count(environment.cores())));
    facts.add(new Fact("Memory", Numbers.bytes(environment.memoryBytes())));
    facts.add(new Fact("Kernel", environment.kernel()));
    facts.add(new Fact("Open files a process", Numbers.count(environment.openFilesMax())));
    facts.add(new Fact("somaxconn", orUnknown(environment.somaxconn())));
    facts.add(new Fact("Local ports", orUnknown(environment.portRange())));
    facts.add(new Fact("Pinning", environment.pinning()));
    facts.add(new Fact("Transport of the server", orUnknown(environment.transport())));
    facts.add(new Fact("TLS", environment.tls() == null ? "none" : environment.tls().text()));
    facts.add(new Fact("Garbage collector", orUnknown(environment.garbageCollector())));
    facts.add(new Fact("Java", environment.javaVersion()));
    sorted(environment.javaFlags())
        .forEach((side, flags) -> facts.add(new Fact("Java flags, " + side, words(flags))));
    sorted(environment.versions()).forEach((name, version) -> facts.add(new Fact(name, version)));
    facts.add(new Fact("Git revision", orUnknown(environment.gitRevision())));
    facts.add(new Fact("Seed", Long.toString(run.seed())));
    return List.copyOf(facts);
  }

  /** Every option of the run by its long name. */
  public static List<Fact> options(RunResult run) {
    return sorted(run.options()).entrySet().stream()
        .map(option -> new Fact(option.getKey(), option.getValue()))
        .toList();
  }

  // As the JSON has them: a report drawn again from it is the same.
  private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
    return new TreeMap<>(map);
  }

  private static String words(List<String> flags) {
    return flags.isEmpty() ? "none" : String.join(" ", flags);
  }

  private static String orUnknown(@Nullable Object value) {
    return Objects.toString(value, UNKNOWN);
  }
}
