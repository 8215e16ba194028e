package dev.hubbub.reports.history;

import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.RunResult;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must be the same in two runs for their figures to be compared: the machine, what it allows,
 * the kind of Java and the load. What a history is there to judge may differ: the revision, the
 * libraries, the updates of Java and kernel.
 */
final class Conditions {
  // Where a run was made or written, and what it was drawn from, but not what was measured.
  private static final Set<String> OPTIONS_OF_ONE_RUN =
      Set.of(
          "--out",
          "--seed",
          "--port",
          "--server-pid",
          "--server-metrics",
          "--tls-ca",
          "--tls-cert",
          "--tls-key",
          "--worker-tls-ca");
  private static final Pattern JAVA = Pattern.compile("^(\\d+)[^(]*(\\(.*\\))?$");
  private static final Pattern KERNEL = Pattern.compile("^(\\S+ \\d+\\.\\d+).*$");
  private static final double BYTES_PER_GIBIBYTE = 1L << 30;

  private Conditions() {}

  /** The machine and what it allows, by name. */
  static Map<String, String> environment(Environment environment) {
    Map<String, String> conditions = new TreeMap<>();
    conditions.put("processor", environment.cpuModel());
    conditions.put("cores", Integer.toString(environment.cores()));
    // Kernels of one series differ in what they keep for themselves.
    conditions.put("memory", Math.round(environment.memoryBytes() / BYTES_PER_GIBIBYTE) + " GB");
    conditions.put("kernel", first(KERNEL, environment.kernel()));
    conditions.put("open files", Long.toString(environment.openFilesMax()));
    conditions.put("somaxconn", orUnknown(environment.somaxconn()));
    conditions.put("local ports", orUnknown(environment.portRange()));
    conditions.put("Java", java(environment.javaVersion()));
    conditions.put("garbage collector", orUnknown(environment.garbageCollector()));
    conditions.put("transport", orUnknown(environment.transport()));
    conditions.put("TLS", environment.tls() == null ? "none" : environment.tls().text());
    conditions.put("pinning", environment.pinning());
    return conditions;
  }

  /** The options that decide what is measured. */
  static Map<String, String> options(RunResult run) {
    Map<String, String> conditions = new TreeMap<>(run.options());
    conditions.keySet().removeAll(OPTIONS_OF_ONE_RUN);
    return conditions;
  }

  /** Why two runs are not to be compared: the first condition that differs, in words. */
  static Optional<String> difference(HistoryRun other, HistoryRun newest) {
    if (other.partialReason() != null) {
      return Optional.of("incomplete");
    }
    if (!other.kind().equals(newest.kind())) {
      return Optional.of("made by '%s', not '%s'".formatted(other.kind(), newest.kind()));
    }
    return difference(other.environment(), newest.environment())
        .or(() -> difference(other.options(), newest.options()));
  }

  private static Optional<String> difference(Map<String, String> other, Map<String, String> own) {
    Set<String> names = new TreeSet<>(own.keySet());
    names.addAll(other.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(other.get(name), own.get(name)))
        .findFirst()
        .map(name ->
            "%s: '%s', not '%s'"
                .formatted(
                    name,
                    Objects.requireNonNullElse(other.get(name), "not given"),
                    Objects.requireNonNullElse(own.get(name), "not given")));
  }

  private static String java(String version) {
    Matcher matcher = JAVA.matcher(version);
    return matcher.matches()
        ? matcher.group(1) + " " + Objects.requireNonNullElse(matcher.group(2), "")
        : version;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }

  private static String orUnknown(@Nullable Object value) {
    return Objects.toString(value, "unknown");
  }
}
