package dev.hubbub.benchmarks;

import dev.hubbub.server.ServerMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The flags of the JVMs that run the benchmarks. */
final class JvmFlags {
  private static final String OF_SERVER = "jvm.options";

  // A heap that never grows, with room for a million users; and threads as the server has them.
  private static final List<String> OF_BENCHMARKS =
      List.of(
          "-Xms4g",
          "-Xmx4g",
          "-Djmh.executor=CUSTOM",
          "-Djmh.executor.class=" + EventLoopThreads.class.getName());

  private JvmFlags() {}

  /** The server's own, and those of the benchmarks. */
  static String[] all() throws IOException {
    try (InputStream flags = ServerMain.class.getResourceAsStream(OF_SERVER)) {
      if (flags == null) {
        throw new IOException("the class path has no " + OF_SERVER + " of the server");
      }
      Stream<String> ofServer =
          new String(flags.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("-"));
      return Stream.concat(ofServer, OF_BENCHMARKS.stream()).toArray(String[]::new);
    }
  }
}
