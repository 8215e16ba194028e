package dev.hubbub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private final Path folder;
  private final Checkout checkout;

  LauncherTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.checkout = new Checkout(folder);
  }

  @BeforeEach
  void aJdkIsThere() throws IOException {
    FakeJdk.jdk(checkout.jdks().resolve("jdk 25"), "25.0.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void lists_the_commands_without_a_build(String argument) throws Exception {
    Launch.Outcome outcome = checkout.launch(argument).run();

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).startsWith("Usage: ./hubbub COMMAND").contains("\n  capacity ");
    assertThat(checkout.builds()).isEmpty();
  }

  @Test
  void knows_every_command_that_it_lists() throws Exception {
    List<String> commands =
        checkout
            .launch("help")
            .run()
            .out()
            .lines()
            .filter(line -> line.startsWith("  "))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();

    assertThat(commands).contains("capacity", "serve");
    for (String command : commands) {
      assertThat(checkout.launch(command).run().status()).as(command).isNotEqualTo(2);
    }
  }

  @Test
  void lists_the_commands_when_none_is_given() throws Exception {
    assertThat(checkout.launch().run()).isEqualTo(checkout.launch("help").run());
  }

  @Test
  void names_an_unknown_command_without_a_build() throws Exception {
    Launch.Outcome outcome = checkout.launch("swram", "--users", "5").run();

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("unknown command 'swram'");
    assertThat(checkout.builds()).isEmpty();
  }

  @Test
  void passes_arguments_and_exit_status_through() throws Exception {
    Launch.Outcome outcome = checkout.launch("swarm", "--json", "a file*.json", "").run();

    assertThat(outcome.status()).isEqualTo(FakeJdk.EXIT_STATUS);
    assertThat(outcome.out())
        .endsWith(
            """
            <-jar>
            <%s>
            <swarm>
            <--json>
            <a file*.json>
            <>
            """
                .formatted(checkout.file("reports/target/hubbub.jar").toRealPath()));
  }

  @Test
  void chat_starts_quickly_and_knows_utf_8_whatever_the_locale() throws Exception {
    Launch.Outcome outcome = checkout.launch("chat", "--to", "Zoë").with("LC_ALL", "C").run();

    assertThat(outcome.out())
        .contains("<-XX:TieredStopAtLevel=1>")
        .endsWith("<chat>\n<--to>\n<Zoë>\n");
  }

  @Test
  void serve_runs_the_program_of_the_server_with_its_options_for_java() throws Exception {
    Path options = checkout.file("server/src/main/resources/dev/hubbub/server/jvm.options");

    Launch.Outcome outcome = checkout.launch("serve", "--port", "0").run();

    assertThat(outcome.out())
        .endsWith(
            """
            <@%s>
            <-XX:AOTCache=%s>
            <-Xlog:aot*=off,cds*=off>
            <-jar>
            <%s>
            <--port>
            <0>
            """
                .formatted(
                    options.toRealPath(),
                    checkout.file("server/target/hubbub-server.aot").toRealPath(),
                    checkout.file("server/target/hubbub-server.jar").toRealPath()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "capacity"})
  void appends_the_options_for_java_from_the_environment(String command) throws Exception {
    Launch.Outcome outcome =
        checkout.launch(command).with("HUBBUB_JAVA_OPTS", "-Xmx1g  hub*").run();

    assertThat(outcome.out()).contains("<-Xmx1g>\n<hub*>\n<-jar>\n");
  }

  @Test
  void stays_in_the_folder_of_the_caller() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));

    Launch.Outcome outcome = checkout.launch("capacity").from(elsewhere).run();

    assertThat(outcome.out()).startsWith("java 25.0.3 in " + elsewhere.toRealPath() + "\n");
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void works_through_symbolic_links() throws Exception {
    Path links = Files.createDirectory(folder.resolve("lin ks"));
    Files.createSymbolicLink(links.resolve("absolute"), checkout.file("hubbub"));
    Path link = Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));

    Launch.Outcome outcome = checkout.launch("capacity").as(link).from(folder).run();

    assertThat(outcome.out())
        .contains("<" + checkout.file("reports/target/hubbub.jar").toRealPath() + ">");
  }
}
