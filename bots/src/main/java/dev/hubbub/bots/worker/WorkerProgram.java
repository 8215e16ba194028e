package dev.hubbub.bots.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the program of a worker is started, on this machine. */
public final class WorkerProgram {
  /** Flags of a worker's JVM. */
  public static final List<String> JVM_FLAGS =
      List.of(
          // One core is all that a worker is given as a rule; a young generation of this size is
          // collected every few seconds, in about a millisecond.
          "-XX:+UseSerialGC",
          "-Xmn128m",
          "-Xmx1g",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          // Netty would follow one buffer in 128 with a stack trace.
          "-Dio.netty.leakDetection.level=disabled",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private WorkerProgram() {}

  /** The command line of a worker, on these processors only unless the list is empty. */
  public static List<String> command(List<Integer> cpus) {
    List<String> command = new ArrayList<>();
    if (!cpus.isEmpty() && canPin()) {
      String list = cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
      command.addAll(List.of("taskset", "-c", list));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WorkerMain.class.getName());
    return command;
  }

  /** Whether this machine can pin a process to processors. */
  public static boolean canPin() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
  }
}
