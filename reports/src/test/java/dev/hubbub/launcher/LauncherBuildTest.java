package dev.hubbub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class LauncherBuildTest {
  private final Checkout checkout;

  LauncherBuildTest(@TempDir Path folder) throws IOException {
    this.checkout = new Checkout(folder);
  }

  @BeforeEach
  void aJdkIsThere() throws IOException {
    FakeJdk.jdk(checkout.jdks().resolve("jdk"), "25");
  }

  @Test
  void builds_once_and_says_so_in_one_line_on_standard_error() throws Exception {
    Launch.Outcome first = checkout.launch("capacity").run();
    Launch.Outcome second = checkout.launch("capacity").run();

    assertThat(first.err()).startsWith("Building Hubbub").hasLineCount(1);
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void builds_only_the_server_for_serve() throws Exception {
    checkout.launch("serve").run();

    assertThat(checkout.builds()).singleElement().asString().contains("-pl server -am package");
  }

  @Test
  void builds_all_that_the_other_commands_need() throws Exception {
    checkout.launch("breakpoint").run();

    assertThat(checkout.builds()).singleElement().asString().contains("-pl reports -am package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "bots/pom.xml", "bots/src/main/java/Main.java", "server/src/main/java"})
  void builds_again_once_after_a_change(String changed) throws Exception {
    checkout.launch("swarm").run();
    checkout.change(changed);

    checkout.launch("swarm").run();
    checkout.launch("swarm").run();

    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void builds_again_once_when_maven_leaves_the_jar_alone() throws Exception {
    checkout.launch("swarm").run();
    checkout.change("bots/src/main/java/Main.java");
    Files.createFile(checkout.file("unchanged"));

    checkout.launch("swarm").run();
    checkout.launch("swarm").run();

    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void builds_again_after_a_source_was_removed() throws Exception {
    checkout.launch("swarm").run();
    checkout.ageBuilt();
    Files.delete(checkout.file("reports/src/main/java/Main.java"));

    checkout.launch("swarm").run();

    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void serve_does_not_care_about_changes_elsewhere() throws Exception {
    checkout.launch("serve").run();
    checkout.change("bots/src/main/java/Main.java");

    checkout.launch("serve").run();

    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void shows_what_a_failing_build_said_and_builds_again_next_time() throws Exception {
    Path broken = Files.createFile(checkout.file("broken"));

    Launch.Outcome outcome = checkout.launch("serve").run();

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains(
            "ERROR: it does not compile",
            "the build failed",
            checkout.file("target/hubbub-build.log").toRealPath().toString());

    Files.delete(broken);
    assertThat(checkout.launch("serve").run().status()).isEqualTo(FakeJdk.EXIT_STATUS);
  }

  @Test
  void does_not_run_the_old_program_when_the_build_of_a_change_fails() throws Exception {
    checkout.launch("serve").run();
    checkout.change("server/src/main/java/Main.java");
    Files.createFile(checkout.file("broken"));

    assertThat(checkout.launch("serve").run().out()).isEmpty();
    assertThat(checkout.launch("serve").run().out()).isEmpty();
  }
}
