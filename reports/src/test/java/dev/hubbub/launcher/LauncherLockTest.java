package dev.hubbub.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class LauncherLockTest {
  private final Checkout checkout;
  private final Path hold;
  private final Path lock;
  private final List<Process> processes = new ArrayList<>();

  LauncherLockTest(@TempDir Path folder) throws IOException {
    this.checkout = new Checkout(folder);
    this.hold = checkout.file("hold");
    this.lock = checkout.file("target/hubbub-build.lock");
  }

  @BeforeEach
  void aJdkIsThereAndBuildsWait() throws IOException {
    FakeJdk.jdk(checkout.jdks().resolve("jdk"), "25");
    Files.createFile(hold);
  }

  @AfterEach
  void everythingEnds() throws IOException, InterruptedException {
    Files.deleteIfExists(hold);
    for (Process process : processes) {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void two_launches_at_the_same_time_build_once() throws Exception {
    Launch.Running first = startServe();
    awaitBuild();
    Launch.Running second = startServe();
    await().until(() -> second.err().startsWith("Waiting for another launch"));

    Files.delete(hold);

    assertThat(first.await().status()).isEqualTo(FakeJdk.EXIT_STATUS);
    Launch.Outcome outcome = second.await();
    assertThat(outcome.status()).isEqualTo(FakeJdk.EXIT_STATUS);
    assertThat(outcome.err()).contains("process " + first.process().pid()).hasLineCount(1);
    assertThat(checkout.builds()).hasSize(1);
    assertThat(isLocked()).isFalse();
  }

  @Test
  void the_lock_of_a_dead_process_is_no_obstacle() throws Exception {
    Files.delete(hold);
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of(String.valueOf(dead.pid())));

    Launch.Outcome outcome = checkout.launch("serve").run();

    assertThat(outcome.status()).isEqualTo(FakeJdk.EXIT_STATUS);
    assertThat(outcome.err()).startsWith("Building Hubbub").doesNotContain("Waiting");
    assertThat(isLocked()).isFalse();
  }

  @Test
  void an_interrupted_launch_leaves_no_build_and_no_lock_behind() throws Exception {
    Launch.Running launch = startServe();
    ProcessHandle builder = awaitBuild();

    launch.process().destroy();

    assertThat(launch.await().status()).isNotZero();
    assertThat(launch.await().out()).isEmpty();
    await().until(() -> !builder.isAlive());
    assertThat(isLocked()).isFalse();
  }

  @Test
  void an_interrupted_build_is_made_again() throws Exception {
    Launch.Running launch = startServe();
    awaitBuild();
    Files.createDirectories(checkout.file("server/target/lib"));
    Files.createFile(checkout.file("server/target/hubbub-server.jar"));
    launch.process().destroy();
    launch.await();
    Files.delete(hold);

    checkout.launch("serve").run();

    assertThat(checkout.builds()).hasSize(2);
  }

  private Launch.Running startServe() throws IOException {
    Launch.Running launch = checkout.launch("serve").start();
    processes.add(launch.process());
    return launch;
  }

  private ProcessHandle awaitBuild() throws IOException {
    Path builder = checkout.file("builder");
    await().until(() -> Files.exists(builder) && Files.readString(builder).endsWith("\n"));
    return ProcessHandle.of(Long.parseLong(Files.readString(builder).strip())).orElseThrow();
  }

  // The lock is a link that leads nowhere.
  private boolean isLocked() {
    return Files.exists(lock, LinkOption.NOFOLLOW_LINKS);
  }
}
