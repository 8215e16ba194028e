package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.engine.ToyServer;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final Duration END_MAX = Duration.ofSeconds(40);
  private static final Duration GROWTH_MAX = Duration.ofSeconds(30);
  private static final StepPlan STEP =
      new StepPlan(500, Duration.ofMillis(200), Duration.ofMillis(600), Duration.ofSeconds(10));

  @AfterEach
  void no_process_is_left() {
    await().atMost(END_MAX).until(() -> ChildProcesses.ofThisProcess().isEmpty());
  }

  @Test
  void workers_share_the_users_and_the_load_of_a_real_server() throws Exception {
    Listener listener = new Listener();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    try (RealServer server = RealServer.start();
        Fleet fleet = Fleet.start(config(server.port()), 4)) {
      Growth growth = fleet.growTo(6, GROWTH_MAX, seen::add);
      assertThat(ChildProcesses.ofThisProcess()).as("two workers and the server").hasSize(3);
      assertThat(growth.counts()).isEqualTo(new ConnectionCounts(6, 0, 0, 0));
      assertThat(growth.users()).isEqualTo(fleet.users()).isEqualTo(6);
      assertThat(growth.registration().count()).isEqualTo(6);
      assertThat(seen).allMatch(users -> users <= 6);

      StepMeasurement step = fleet.measure(STEP, listener);
      // Two thirds of the rate are one worker's, one third is the other's: neither divides evenly.
      MessageCounts messages = step.messages();
      assertThat(messages.offered()).isBetween(299L, 301L);
      assertThat(messages.delivered()).isEqualTo(messages.sent()).isEqualTo(messages.offered());
      assertThat(messages.lost() + messages.duplicated() + messages.reordered()).isZero();
      assertThat(step.users()).isEqualTo(6);
      assertThat(step.dropped()).isZero();
      assertThat(step.anomalies()).isEmpty();
      assertThat(step.latency().count()).isEqualTo(messages.offered());
      assertThat(step.latency().maxMs()).isPositive();
      assertThat(step.sendLag().count()).isEqualTo(messages.offered());
      assertThat(step.windowSeconds()).isEqualTo(0.6);
      assertThat(step.generatorCpuShare()).isPositive();
      assertThat(step.openFiles()).isPositive();
      assertThat(listener.heard).startsWith("started").containsSubsequence("started", "ended");

      assertThat(fleet.growTo(1, GROWTH_MAX, users -> {}).users()).isOne();
      assertThat(fleet.measure(STEP, listener).messages().delivered()).isEqualTo(300);
    }
  }

  @Test
  void users_who_come_at_once_are_timed_to_the_last_registration() throws Exception {
    try (RealServer server = RealServer.start();
        Fleet fleet = Fleet.start(config(server.port()))) {
      Growth growth = fleet.register(50, 10, GROWTH_MAX);

      assertThat(growth.counts()).isEqualTo(new ConnectionCounts(50, 0, 0, 0));
      assertThat(growth.pace().seconds()).isPositive().isLessThan(growth.seconds());
      assertThat(growth.pace().generatorCpuShare()).isPositive();

      Growth left = fleet.growTo(0, GROWTH_MAX, users -> {});
      assertThat(left.users()).isZero();
      assertThat(left.pace().seconds()).isZero();
    }
  }

  @Test
  void a_worker_that_ends_fails_the_run_and_says_so() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Fleet fleet = Fleet.start(config(server.port()))) {
      fleet.growTo(3, GROWTH_MAX, users -> {});
      Listener killer =
          new Listener() {
            @Override
            public void windowStarted() {
              ChildProcesses.ofThisProcess().forEach(ProcessHandle::destroyForcibly);
            }
          };

      assertThatThrownBy(() -> fleet.measure(STEP, killer))
          .isInstanceOf(WorkerLostException.class)
          .hasMessageMatching("worker 0 was lost: the process \\d+ ended with status 137");
    }
  }

  @Test
  void a_step_can_be_ended_early() throws Exception {
    try (ToyServer server = ToyServer.sound();
        Fleet fleet = Fleet.start(config(server.port()))) {
      fleet.growTo(3, GROWTH_MAX, users -> {});
      StepPlan hours =
          new StepPlan(100, Duration.ZERO, Duration.ofHours(1), Duration.ofSeconds(10));
      StepMeasurement step =
          fleet.measure(
              hours,
              new Listener() {
                @Override
                public void progress(StepProgress progress) {
                  finish(fleet);
                }
              });

      assertThat(step.windowSeconds()).isLessThan(60);
      assertThat(step.messages().delivered()).isEqualTo(step.messages().offered()).isPositive();
    }
  }

  @Test
  void a_host_that_does_not_exist_is_named() {
    FleetConfig config =
        new FleetConfig(
            List.of(new HostPort("nowhere.invalid", 1)),
            Protocol.HUBBUB,
            1,
            64,
            Duration.ofSeconds(1),
            List.of(),
            WorkerHosts.NONE);

    assertThatThrownBy(() -> Fleet.start(config))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere.invalid");
  }

  @Test
  void nobody_can_be_measured_where_nobody_is_registered() throws Exception {
    try (ToyServer server = ToyServer.fullWith(0);
        Fleet fleet = Fleet.start(config(server.port()))) {
      Growth growth = fleet.growTo(2, GROWTH_MAX, users -> {});

      assertThat(growth.counts()).isEqualTo(new ConnectionCounts(2, 2, 2, 0));
      assertThat(growth.firstError()).contains("Server full");
      assertThatThrownBy(() -> fleet.measure(STEP, new Listener()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no user is registered");
    }
  }

  private static FleetConfig config(int port) {
    return new FleetConfig(
        List.of(new HostPort("127.0.0.1", port)),
        Protocol.HUBBUB,
        42,
        64,
        Duration.ofSeconds(20),
        List.of(),
        WorkerHosts.NONE);
  }

  private static void finish(Fleet fleet) {
    try {
      fleet.finishEarly();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static class Listener implements WindowListener {
    final List<String> heard = new ArrayList<>();

    @Override
    public void windowStarted() {
      heard.add("started");
    }

    @Override
    public void windowEnded() {
      heard.add("ended");
    }
  }
}
