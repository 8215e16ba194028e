package dev.hubbub.bots.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WorkerHostCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_token_is_required() {
    assertThat(run("--listen", "127.0.0.1:0")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("'--token' or '--token-file' must be given");
  }

  @Test
  void an_empty_token_is_refused(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "\n");
    assertThat(run("--listen", "127.0.0.1:0", "--token-file", file.toString()))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("'--token-file' must not be empty, got: ''");
  }

  @Test
  void a_place_that_can_not_be_read_is_named() {
    assertThat(run("--listen", "here", "--token", "secret")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("--listen", "'here' is no HOST:PORT");
  }

  @Test
  void an_address_that_can_not_be_listened_on_is_named() {
    assertThat(run("--listen", "nowhere.invalid:0", "--token", "secret"))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString())
        .contains("can't listen on '--listen' nowhere.invalid:0: no such host: nowhere.invalid");
  }

  @Test
  void a_certificate_needs_its_key() {
    assertThat(run("--token", "secret", "--tls-cert", "cert.pem")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("'--tls-cert' needs --tls-key, got: cert.pem");
  }

  @Test
  void help_says_where_it_listens_by_default() {
    assertThat(run("--help")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).contains("0.0.0.0:65433", "HUBBUB_TOKEN");
  }

  private int run(String... arguments) {
    CommandLine command = Commands.commandLine(new WorkerHostCommand(), Map.of());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
