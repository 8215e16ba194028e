package dev.hubbub.bots.remote;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.HostPort;
import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hubbub worker}: lends this machine to load tests that are run elsewhere. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description = {
      "Lends this machine to load tests that are run elsewhere, until SIGTERM or Ctrl-C.",
      "'swarm', 'breakpoint' and 'capacity' use it with '--worker HOST:PORT' and the same token.",
      "Who knows the token can make this machine send load to any address: give it to nobody else."
    },
    footer = {
      "",
      "Every option also reads an environment variable: --token reads HUBBUB_TOKEN, which other"
          + " users of the machine can't see, unlike a command line."
    })
public final class WorkerHostCommand implements Callable<Integer> {
  private static final String DEFAULT_LISTEN = "0.0.0.0:65433";
  private static final int WORKERS_MAX = 1_024;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--listen",
      arity = "0..1",
      paramLabel = "ADDRESS:PORT",
      fallbackValue = DEFAULT_LISTEN,
      defaultValue = DEFAULT_LISTEN,
      converter = HostPort.Converter.class,
      description = "Where coordinators connect; port 0 takes a free one.")
  private HostPort listen = HostPort.parse(DEFAULT_LISTEN);

  @Mixin private TokenOptions tokenOptions = new TokenOptions();

  @Option(
      names = "--max-workers",
      paramLabel = "N",
      description = "Worker processes at the same time. Default: one for each processor.")
  private @Nullable Integer workersMax;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Certificate chain, PEM. With it coordinators connect by TLS.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Private key of the certificate: PKCS#8, PEM, not encrypted.")
  private @Nullable Path key;

  @Override
  public Integer call() throws IOException, InterruptedException {
    int lent = workersMax == null ? Runtime.getRuntime().availableProcessors() : workersMax;
    requireBetween("--max-workers", lent, 1, WORKERS_MAX);
    SharedToken token = tokenOptions.required();
    PrintWriter err = spec.commandLine().getErr();
    if (token.isShort()) {
      say(
          err,
          "the token is short: take at least "
              + SharedToken.LENGTH_RECOMMENDED_MIN
              + " characters, such as 'openssl rand -hex 16' prints");
    }
    WorkerHost host = start(token, lent, err);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(host), "hubbub-worker-stop"));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Hubbub worker is listening on %s (at most %d worker%s)%s%n",
        host.address(), lent, lent == 1 ? "" : "s", certificate == null ? "" : " with TLS");
    out.flush();
    host.awaitClosed();
    return ExitStatus.DONE;
  }

  private WorkerHost start(SharedToken token, int lent, PrintWriter err) throws IOException {
    WorkerSockets sockets = sockets();
    try {
      return WorkerHost.start(listen, sockets, token, lent, line -> say(err, line));
    } catch (IOException e) {
      throw new IOException("can't listen on '--listen' " + listen + ": " + e.getMessage(), e);
    }
  }

  private WorkerSockets sockets() {
    require((certificate == null) == (key == null), "--tls-cert", "needs --tls-key", certificate);
    if (certificate == null || key == null) {
      return WorkerSockets.PLAIN;
    }
    require(Files.isReadable(certificate), "--tls-cert", "must be readable", certificate);
    require(Files.isReadable(key), "--tls-key", "must be readable", key);
    try {
      return WorkerSockets.listening(certificate, key);
    } catch (IOException e) {
      throw new UsageException("'--tls-cert', '--tls-key': " + e.getMessage());
    }
  }

  // Being told to stop is the normal end of it, but the JVM would report the signal as its status.
  private static void stop(WorkerHost host) {
    try {
      host.close();
    } catch (IOException e) {
      // The process ends, and its sockets with it.
    }
    Runtime.getRuntime().halt(ExitStatus.DONE);
  }

  private static void say(PrintWriter err, String text) {
    synchronized (err) {
      err.println("hubbub worker: " + text);
      err.flush();
    }
  }
}
