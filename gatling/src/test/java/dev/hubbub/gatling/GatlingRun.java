package dev.hubbub.gatling;

import dev.hubbub.gatling.simulation.SimulationMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A finished run of one simulation in a Java process of its own, as a user starts one.
 *
 * @param exitStatus of the process
 * @param output what it wrote, errors included
 */
public record GatlingRun(int exitStatus, String output) {

  /** Runs a simulation with the given system properties; results go to the folder. */
  public static GatlingRun of(String simulation, Map<String, ?> properties, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8"));
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SimulationMain.class.getName(), simulation));
    command.addAll(List.of("--no-report", "--out", folder.toString()));
    return finish(command);
  }

  private static GatlingRun finish(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        byte[] output = process.getInputStream().readAllBytes();
        return new GatlingRun(process.waitFor(), new String(output, StandardCharsets.UTF_8));
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
