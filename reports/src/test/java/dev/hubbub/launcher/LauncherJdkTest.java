package dev.hubbub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class LauncherJdkTest {
  private final Path folder;
  private final Checkout checkout;

  LauncherJdkTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.checkout = new Checkout(folder);
  }

  @Test
  void says_that_there_is_no_java_and_how_to_get_one() throws Exception {
    Launch.Outcome outcome = checkout.launch("capacity").run();

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("hubbub: needs a JDK 25 or newer and found none.\n")
        .contains("https://adoptium.net", "JAVA_HOME");
    assertThat(checkout.builds()).isEmpty();
  }

  @Test
  void says_what_it_found_instead() throws Exception {
    Path old = FakeJdk.jdk(folder.resolve("old jdk"), "17.0.15");
    Path ancient = FakeJdk.jdk(checkout.jdks().resolve("ancient"), "1.8.0_402");
    Path runtime = FakeJdk.withoutCompiler(checkout.jdks().resolve("runtime"), "25");

    Launch.Outcome outcome = checkout.launch("capacity").with("JAVA_HOME", old).run();

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .contains(
            "JAVA_HOME: Java 17 in " + old,
            "Java 8 in " + ancient,
            "Java 25 in " + runtime + ", which lacks the compiler");
  }

  @Test
  void says_that_java_home_holds_no_java() throws Exception {
    Launch.Outcome outcome = checkout.launch("jdk").with("JAVA_HOME", "/no/such").run();

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("JAVA_HOME: no Java in /no/such");
  }

  @Test
  void prefers_java_home() throws Exception {
    FakeJdk.jdk(checkout.jdks().resolve("another"), "25");
    Path home = FakeJdk.jdk(folder.resolve("my jdk"), "26-ea");

    assertThat(jdkFoundWith(home)).isEqualTo(home.toString());
  }

  @Test
  void passes_over_a_java_home_that_is_too_old() throws Exception {
    Path old = FakeJdk.jdk(folder.resolve("old jdk"), "21.0.1");
    FakeJdk.jdk(checkout.jdks().resolve("a"), "17");
    Path home = FakeJdk.jdk(checkout.jdks().resolve("b"), "25.0.1");

    assertThat(jdkFoundWith(old)).isEqualTo(home.toString());
  }

  @Test
  void finds_the_jdk_that_a_link_on_the_path_leads_to() throws Exception {
    Path home = FakeJdk.jdk(folder.resolve("jdk of the path"), "25");
    Path alternative =
        Files.createSymbolicLink(folder.resolve("alternative"), home.resolve("bin/java"));
    Files.createSymbolicLink(checkout.bin().resolve("java"), alternative);

    assertThat(jdkFoundWith("")).isEqualTo(home.toRealPath().toString());
  }

  @Test
  void finds_the_jdk_behind_the_script_of_a_version_manager() throws Exception {
    Path home = FakeJdk.jdk(folder.resolve("managed jdk"), "25");
    FakeJdk.executable(
        checkout.bin().resolve("java"), "#!/bin/sh\nexec '%s/bin/java' \"$@\"\n".formatted(home));

    assertThat(jdkFoundWith("")).isEqualTo(home.toString());
  }

  @Test
  void asks_a_java_without_a_release_file_for_its_version() throws Exception {
    Path home = FakeJdk.withoutReleaseFile(folder.resolve("bare"), "25");
    FakeJdk.executable(home.resolve("bin/javac"), "#!/bin/sh\n");

    assertThat(jdkFoundWith(home)).isEqualTo(home.toString());
  }

  @Test
  void looks_into_the_bundles_of_macos() throws Exception {
    Path home = FakeJdk.jdk(checkout.jdks().resolve("temurin-25.jdk/Contents/Home"), "25");

    assertThat(jdkFoundWith("")).isEqualTo(home.toString());
  }

  @Test
  void builds_with_the_jdk_that_it_found() throws Exception {
    Path home = FakeJdk.jdk(checkout.jdks().resolve("jdk 25"), "25");

    checkout.launch("serve").run();

    assertThat(checkout.builds()).singleElement().asString().startsWith(home + ": ");
  }

  @Test
  void runs_what_is_built_on_a_java_without_a_compiler() throws Exception {
    Path jdk = FakeJdk.jdk(folder.resolve("jdk"), "25");
    checkout.launch("serve").with("JAVA_HOME", jdk).run();
    Path runtime = FakeJdk.withoutCompiler(folder.resolve("runtime"), "25.0.9");

    Launch.Outcome outcome = checkout.launch("serve").with("JAVA_HOME", runtime).run();

    assertThat(outcome.out()).startsWith("java 25.0.9 ");
  }

  private String jdkFoundWith(Object javaHome) throws IOException, InterruptedException {
    Launch.Outcome outcome = checkout.launch("jdk").with("JAVA_HOME", javaHome).run();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return outcome.out().strip();
  }
}
