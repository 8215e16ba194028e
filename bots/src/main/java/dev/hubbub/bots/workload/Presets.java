package dev.hubbub.bots.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The workloads that have a name: files like those of users, in this package's resources. */
public final class Presets {
  /** The default of searches: direct messages to random users. */
  public static final String DIRECT = "direct";

  /** The default of {@code swarm}: a bit of everything. */
  public static final String MIXED = "mixed";

  private static final List<String> NAMES =
      List.of(
          DIRECT,
          MIXED,
          "office",
          "rush-hour",
          "shout-storm",
          "list-storm",
          "reconnect-storm",
          "heartbeat");

  private Presets() {}

  /** All of them. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * What a preset says.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static WorkloadSettings settings(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is none of " + String.join(", ", NAMES) + " and no file");
    }
    try (InputStream file = Presets.class.getResourceAsStream(name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("the workload '" + name + "' is not in the jar file");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return WorkloadJson.read(text, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A preset, complete. */
  public static Workload workload(String name) {
    return settings(name).workload();
  }

  /** A line for each preset: its name and one sentence. */
  public static String list() {
    StringBuilder lines = new StringBuilder();
    for (String name : NAMES) {
      lines.append(String.format("%-16s %s%n", name, settings(name).about()));
    }
    return lines.toString();
  }
}
