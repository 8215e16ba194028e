package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What a server process holds on to when it has nothing to do, by its own metrics and after a full
 * collection.
 *
 * @param users names in the registry
 * @param connections open connections of clients
 * @param pendingBytes bytes that wait for receivers
 * @param heapBytes live heap
 * @param directBytes memory off the heap that Netty's allocator holds
 * @param openFiles file descriptors
 * @param threads live threads
 */
record ServerFigures(
    long users,
    long connections,
    long pendingBytes,
    long heapBytes,
    long directBytes,
    long openFiles,
    long threads) {
  private static final long MIB = 1_048_576;

  /** Waits until nobody is connected, has the heap collected, and looks. */
  static ServerFigures atRest(ServerProcess server) {
    await("no connection is left")
        .atMost(TestClient.PATIENCE)
        .until(() -> sum(scrape(server), "hubbub_connections_open") == 0);
    collect(server);
    collect(server);
    String metrics = scrape(server);
    return new ServerFigures(
        sum(metrics, "hubbub_users"),
        sum(metrics, "hubbub_connections_open"),
        sum(metrics, "hubbub_pending_bytes"),
        // All that lives is there after a full collection of the serial collector.
        sum(metrics, "jvm_memory_used_bytes{area=\"heap\",id=\"Tenured Gen\""),
        sum(metrics, "hubbub_direct_memory_used_bytes"),
        sum(metrics, "process_files_open_files"),
        sum(metrics, "jvm_threads_live_threads"));
  }

  /**
   * Fails unless these are the figures of before: counts exactly, memory within a tenth and what
   * one chunk of the allocator or one table of the JVM may take more.
   */
  void assertLike(ServerFigures before) {
    assertThat(users).as("names in the registry").isZero();
    assertThat(connections).as("connections").isZero();
    assertThat(pendingBytes).as("bytes that wait").isZero();
    assertThat(openFiles).as("file descriptors").isEqualTo(before.openFiles);
    assertThat(threads).as("threads").isEqualTo(before.threads);
    assertThat(heapBytes).as("live heap").isLessThan(before.heapBytes * 11 / 10 + 2 * MIB);
    assertThat(directBytes).as("direct").isLessThan(before.directBytes * 11 / 10 + 4 * MIB);
  }

  /** What the server has counted since it started, one a line. */
  static String counted(ServerProcess server) {
    return scrape(server)
        .lines()
        .filter(line -> line.matches("hubbub_[a-z_]*_total.*") && !line.endsWith(" 0.0"))
        .collect(Collectors.joining("\n"));
  }

  private static void collect(ServerProcess server) {
    try {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Process process =
          new ProcessBuilder(jcmd.toString(), "" + server.pid(), "GC.run")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String scrape(ServerProcess server) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + server.adminPort() + "/metrics");
      HttpURLConnection http = (HttpURLConnection) uri.toURL().openConnection();
      http.setRequestProperty("Connection", "close");
      try (InputStream body = http.getInputStream()) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sum(String metrics, String prefix) {
    double[] values =
        metrics
            .lines()
            .filter(line -> line.startsWith(prefix))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .toArray();
    assertThat(values).as("metric %s in %s", prefix, metrics).isNotEmpty();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return (long) sum;
  }
}
