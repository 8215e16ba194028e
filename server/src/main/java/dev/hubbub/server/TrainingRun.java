package dev.hubbub.server;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * A server that starts, serves one user for a moment, and ends: what the JVM looks at to make an
 * AOT cache of all that a start needs (JEP 514: {@code -XX:AOTCacheOutput}). On a free port of the
 * loopback interface, so that it disturbs nobody.
 */
public final class TrainingRun {
  private static final String[] OPTIONS = {
    "--host", "127.0.0.1", "--port", "0", "--admin-port", "0", "--log-level", "warn"
  };
  private static final Pattern PORT = Pattern.compile(":(\\d+) \\(");
  private static final int SECONDS_MAX = 20;
  private static final int ROUNDS = 200;

  private TrainingRun() {}

  /** Runs; the exit status is 0 when the server did its work. */
  public static void main(String[] args) throws InterruptedException {
    try {
      CompletableFuture.runAsync(TrainingRun::train).get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("hubbub: the training run failed: " + e);
      Runtime.getRuntime().halt(ExitStatus.FAILED);
    }
    System.exit(ExitStatus.DONE);
  }

  private static void train() {
    try (PipedReader output = new PipedReader()) {
      CommandLine serve = Commands.commandLine(new ServeCommand(), Map.of());
      serve.setOut(new PrintWriter(new PipedWriter(output), true));
      Thread.ofPlatform().name("hubbub-serve").daemon().start(() -> serve.execute(OPTIONS));
      Matcher port = PORT.matcher(String.valueOf(new BufferedReader(output).readLine()));
      if (!port.find()) {
        throw new IOException("the server did not listen");
      }
      serveOneUser(Integer.parseInt(port.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serveOneUser(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var replies =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      send(socket, "trainee\n");
      replies.readLine();
      for (int i = 0; i < ROUNDS; i++) {
        for (String to : new String[] {"trainee", "nobody", "/list", "/time", "/shout"}) {
          send(
              socket,
              "{\"from\":{\"name\":\"\",\"ip\":\"\"},\"to\":\"" + to + "\",\"msg\":\"hello\"}\n");
          replies.readLine();
        }
      }
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
