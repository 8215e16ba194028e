package dev.hubbub.bots.peer;

import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.Version;
import dev.hubbub.server.wire.Transport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The program of the echo server. Says in one line what it listens on, as the chat server does, and
 * runs until its process is told to end.
 */
@Command(
    name = "echo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description = "Sends back what it receives: a peer for 'hubbub compare'.")
public final class EchoMain implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on.")
  private String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 takes a free one.")
  private int port = 0;

  EchoMain() {}

  /** Runs with the arguments. */
  public static void main(String[] args) {
    // No defaults from the environment: what is said to the chat server is not meant for this one.
    System.exit(Commands.commandLine(new EchoMain(), Map.of()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireBetween("--port", port, 0, 65_535);
    // As many loops as the chat server has where nothing else is asked for.
    int eventLoops = Runtime.getRuntime().availableProcessors();
    Transport transport = Transport.best();
    try (EchoServer server =
        EchoServer.start(new InetSocketAddress(host, port), transport, eventLoops)) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "Echo is listening on %s:%d (%s, %d event loops)%n",
          host, server.port(), transport, eventLoops);
      out.flush();
      Thread.sleep(Long.MAX_VALUE);
      return 0;
    }
  }
}
