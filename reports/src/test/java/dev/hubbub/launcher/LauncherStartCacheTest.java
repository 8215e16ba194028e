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

/** The cache that makes starts of the server quick: made once, and never in the way. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherStartCacheTest {
  private static final String JAR = "server/target/hubbub-server.jar";
  private static final String CACHE = "server/target/hubbub-server.aot";

  private final Checkout checkout;

  LauncherStartCacheTest(@TempDir Path folder) throws IOException {
    this.checkout = new Checkout(folder);
  }

  @BeforeEach
  void aJdkIsThere() throws IOException {
    FakeJdk.jdk(checkout.jdks().resolve("jdk"), "25");
  }

  @Test
  void the_first_start_makes_it_and_says_so_and_later_ones_use_it() throws Exception {
    Launch.Outcome first = checkout.launch("serve").run();
    Launch.Outcome second = checkout.launch("serve").run();

    assertThat(first.err()).contains("Preparing quick starts").hasLineCount(2);
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out()).contains("<-XX:AOTCache=");
    assertThat(checkout.trainings()).isEqualTo(1);
  }

  @Test
  void it_is_made_anew_when_the_jar_was_built_by_hand() throws Exception {
    checkout.launch("serve").run();
    checkout.ageBuilt();
    Files.setLastModifiedTime(checkout.file(CACHE), Files.getLastModifiedTime(checkout.file(JAR)));
    Files.writeString(checkout.file(JAR), "new");

    Launch.Outcome outcome = checkout.launch("serve").run();

    assertThat(outcome.err()).contains("Preparing quick starts").hasLineCount(1);
    assertThat(checkout.trainings()).isEqualTo(2);
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void it_is_made_anew_when_the_flags_changed() throws Exception {
    checkout.launch("serve").run();
    String flags = "server/src/main/resources/dev/hubbub/server/jvm.options";
    Files.writeString(checkout.file(flags), "-XX:+UseSerialGC\n");

    checkout.launch("serve").run();

    assertThat(checkout.trainings()).isEqualTo(2);
  }

  @Test
  void where_it_can_not_be_made_the_server_starts_without_and_it_is_not_tried_again()
      throws Exception {
    Files.createFile(checkout.file("untrainable"));

    Launch.Outcome first = checkout.launch("serve").run();
    Launch.Outcome second = checkout.launch("serve").run();

    assertThat(first.status()).isEqualTo(FakeJdk.EXIT_STATUS);
    assertThat(first.err()).doesNotContain("ERROR");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out()).doesNotContain("AOT");
    assertThat(checkout.trainings()).isEqualTo(1);
  }

  @Test
  void where_nothing_can_be_written_the_server_starts_without() throws Exception {
    checkout.launch("serve").run();
    Files.delete(checkout.file(CACHE));
    for (String built : new String[] {"hubbub-build.log", "hubbub-training.log", ""}) {
      Files.delete(checkout.file("target/" + built));
    }
    Files.createFile(checkout.file("target"));

    Launch.Outcome outcome = checkout.launch("serve").run();

    assertThat(outcome.status()).isEqualTo(FakeJdk.EXIT_STATUS);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).doesNotContain("AOT");
  }

  @Test
  void other_commands_do_without() throws Exception {
    Launch.Outcome outcome = checkout.launch("capacity").run();

    assertThat(outcome.out()).doesNotContain("AOT");
    assertThat(checkout.trainings()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:AOTMode=off", "-XX:AOTCache=mine.aot", "-Xshare:off"})
  void an_archive_chosen_by_the_user_is_the_only_one(String option) throws Exception {
    checkout.launch("serve").run();

    Launch.Outcome outcome = checkout.launch("serve").with("HUBBUB_JAVA_OPTS", option).run();

    assertThat(outcome.out()).contains("<" + option + ">").doesNotContain("hubbub-server.aot");
  }
}
