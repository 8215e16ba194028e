package dev.hubbub.client.command;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.Durations;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import dev.hubbub.client.ChatClient;
import dev.hubbub.client.ChatConfig;
import dev.hubbub.client.pipe.PipeChat;
import dev.hubbub.client.pipe.PipeSettings;
import dev.hubbub.client.terminal.TerminalChat;
import dev.hubbub.client.terminal.TerminalSettings;
import dev.hubbub.protocol.Limits;
import dev.hubbub.tls.ClientTls;
import dev.hubbub.tls.options.TlsClientOptions;
import java.io.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hubbub chat}: a chat in a terminal, or in a pipe. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description = {
      "Chats. In a terminal it asks for what is missing, then for receivers and texts, and shows"
          + " what arrives at the same time.",
      "When its input or output is no terminal, or with --json, it sends every line of its input"
          + " and prints what it receives: echo hi | hubbub chat --name ci --to bob"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:in a terminal: the user left; in a pipe: every line was accepted for its receiver",
      "1:there was no connection, the name was refused, or the connection was lost before it was"
          + " known what became of a line",
      "2:wrong usage",
      "3:in a pipe: a line was refused, its receiver not being on line, for example"
    },
    footer = {
      "",
      "Every option also reads an environment variable: --name reads HUBBUB_NAME. Colours are for"
          + " terminals, and none is used when NO_COLOR is set.",
      "Times are written 500ms, 10s, 2m."
    })
public final class ChatCommand implements Callable<Integer> {
  private static final String HOST_DEFAULT = "127.0.0.1";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The server. Default: asked for in a terminal, else 127.0.0.1.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Its port. Default: asked for in a terminal, else 65432.")
  private @Nullable Integer port;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Your name. Default: asked for in a terminal.")
  private @Nullable String name;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description =
          "In a pipe: who gets every line, as it is; a user, or /shout. Without it a line begins"
              + " with @name, @\"name with spaces\" or a command such as /list. In a terminal: the"
              + " receiver that is offered first.")
  private @Nullable String to;

  @Option(
      names = "--json",
      description =
          "Print every message that is received as one line of JSON, as the protocol has it,"
              + " the welcome and the answers of the server included.")
  private boolean json;

  @Option(
      names = "--stay",
      description = "In a pipe: go on receiving after the last line, until Ctrl-C.")
  private boolean stay;

  @Option(
      names = "--bell",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Ring the terminal's bell when somebody mentions your name.")
  private boolean bell;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "From the start of a connection to its welcome.")
  private Duration connectMax = Duration.ZERO;

  @Option(
      names = "--reply-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "30s",
      description = "How long the server may take to answer.")
  private Duration replyMax = Duration.ZERO;

  @Mixin private TlsClientOptions tlsOptions = new TlsClientOptions();

  private @Nullable ClientTls tls;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port != null) {
      requireBetween("--port", port, 1, 65_535);
    }
    requirePositive("--connect-timeout", connectMax);
    requirePositive("--reply-timeout", replyMax);
    tls = tlsOptions.load(connectMax);
    require(to == null || !to.isBlank(), "--to", "must name somebody", to);
    if (!json && isOnTerminal()) {
      TerminalChat.run(
          new TerminalSettings(
              host,
              port,
              name,
              Objects.requireNonNullElse(to, ""),
              bell,
              System.getenv(),
              this::connect));
      return ExitStatus.DONE;
    }
    return pipe();
  }

  // Whether there is none or one that is no terminal depends on the Java.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isOnTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private int pipe() throws IOException, InterruptedException {
    if (name == null) {
      throw new UsageException("'--name' must be given where nobody can be asked for it");
    }
    try (ChatClient client = connected(name)) {
      Runtime.getRuntime().addShutdownHook(new Thread(client::close, "hubbub-leave"));
      PipeSettings settings =
          new PipeSettings(
              System.in,
              System.out,
              spec.commandLine().getErr(),
              Objects.requireNonNullElse(to, ""),
              json,
              stay);
      return new PipeChat(client, settings).run() == 0 ? ExitStatus.DONE : ExitStatus.MISSED;
    }
  }

  private ChatClient connected(String user) throws IOException, InterruptedException {
    try {
      return connect(
              Objects.requireNonNullElse(host, HOST_DEFAULT),
              Objects.requireNonNullElse(port, Limits.DEFAULT_PORT),
              user)
          .get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private CompletableFuture<ChatClient> connect(String server, int at, String user) {
    ChatConfig config = ChatConfig.of(server, at, user).within(connectMax, replyMax);
    return ChatClient.connect(tls == null ? config : config.by(tls));
  }

  private static void requirePositive(String option, Duration value) {
    require(value.isPositive(), option, "must be positive", Durations.format(value));
  }
}
