package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.engine.ToyServer;
import dev.hubbub.bots.remote.SharedToken;
import dev.hubbub.bots.remote.WorkerHost;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.bots.remote.WorkerSockets;
import dev.hubbub.cli.HostPort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that run elsewhere, as far as one machine has an elsewhere: behind real connections. */
class RemoteWorkersTest {
  private static final Duration END_MAX = Duration.ofSeconds(40);
  private static final Duration GROWTH_MAX = Duration.ofSeconds(30);
  private static final SharedToken TOKEN = new SharedToken("a token of the tests");
  private static final StepPlan STEP =
      new StepPlan(400, Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(10));

  @AfterEach
  void no_process_is_left() {
    await().atMost(END_MAX).until(() -> ChildProcesses.ofThisProcess().isEmpty());
  }

  @Test
  void hosts_share_the_users_evenly_and_their_results_are_one() throws Exception {
    try (RealServer server = RealServer.start();
        WorkerHost one = host(1);
        WorkerHost other = host(1);
        Fleet fleet = Fleet.start(config(List.of(at(server)), hosts(TOKEN, one, other)))) {
      Growth growth = fleet.growTo(7, GROWTH_MAX, users -> {});
      assertThat(growth.users()).isEqualTo(7);

      StepMeasurement step = fleet.measure(STEP, new Silent());
      assertThat(step.users()).isEqualTo(7);
      assertThat(step.messages().offered()).isBetween(199L, 201L);
      assertThat(step.messages().delivered()).isEqualTo(step.messages().offered());
      assertThat(step.latency().count()).isEqualTo(step.messages().offered());
      assertThat(step.anomalies()).isEmpty();
    }
  }

  @Test
  void users_are_spread_evenly_over_several_servers() throws Exception {
    try (RealServer one = RealServer.start();
        RealServer other = RealServer.start();
        Fleet fleet = Fleet.start(config(List.of(at(one), at(other)), WorkerHosts.NONE))) {
      assertThat(fleet.growTo(6, GROWTH_MAX, users -> {}).users()).isEqualTo(6);
      StepMeasurement step = fleet.measure(STEP, new Silent());
      assertThat(step.messages().delivered()).isEqualTo(step.messages().offered()).isPositive();
      assertThat(List.of(usersOn(one), usersOn(other))).containsExactly(3, 3);
    }
  }

  @Test
  void a_coordinator_with_another_token_gets_no_worker() throws Exception {
    try (WorkerHost host = host(1)) {
      WorkerHosts wrong = hosts(new SharedToken("another token entirely"), host);
      assertThatThrownBy(() -> Fleet.start(config(List.of(new HostPort("127.0.0.1", 1)), wrong)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "worker host %s: refused: the token is not the one of this worker", host.address());
      assertThat(ChildProcesses.ofThisProcess()).isEmpty();
    }
  }

  @Test
  void a_host_lends_no_more_workers_than_it_may() throws Exception {
    try (WorkerHost host = host(1);
        Fleet first =
            Fleet.start(config(List.of(new HostPort("127.0.0.1", 1)), hosts(TOKEN, host)))) {
      assertThat(first.usersPerWorkerMax()).isPositive();
      assertThatThrownBy(
              () -> Fleet.start(config(List.of(new HostPort("127.0.0.1", 1)), hosts(TOKEN, host))))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("refused: all 1 workers of this host are lent");
    }
  }

  @Test
  void a_worker_is_given_back_and_can_be_lent_again() throws Exception {
    try (RealServer server = RealServer.start();
        WorkerHost host = host(1)) {
      for (int i = 0; i < 2; i++) {
        try (Fleet fleet = Fleet.start(config(List.of(at(server)), hosts(TOKEN, host)))) {
          assertThat(fleet.growTo(2, GROWTH_MAX, users -> {}).users()).isEqualTo(2);
        }
        await().atMost(END_MAX).until(() -> ChildProcesses.ofThisProcess().size() == 1);
      }
    }
  }

  @Test
  void a_worker_of_a_host_that_ends_during_a_step_is_lost() throws Exception {
    try (ToyServer server = ToyServer.sound();
        WorkerHost host = host(1);
        Fleet fleet =
            Fleet.start(
                config(List.of(new HostPort("127.0.0.1", server.port())), hosts(TOKEN, host)))) {
      fleet.growTo(3, GROWTH_MAX, users -> {});
      Silent killer =
          new Silent() {
            @Override
            public void windowStarted() {
              ChildProcesses.ofThisProcess().forEach(ProcessHandle::destroyForcibly);
            }
          };
      assertThatThrownBy(() -> fleet.measure(STEP, killer))
          .isInstanceOf(WorkerLostException.class)
          .hasMessageStartingWith("worker 0 was lost: " + host.address())
          .hasMessageEndingWith("it closed the connection");
    }
  }

  private static WorkerHost host(int workersMax) throws IOException {
    return WorkerHost.start(
        new HostPort("127.0.0.1", 0), WorkerSockets.PLAIN, TOKEN, workersMax, line -> {});
  }

  private static WorkerHosts hosts(SharedToken token, WorkerHost... hosts) {
    List<HostPort> addresses = List.of(hosts).stream().map(WorkerHost::address).toList();
    return new WorkerHosts(addresses, WorkerSockets.PLAIN, token);
  }

  private static HostPort at(RealServer server) {
    return new HostPort("127.0.0.1", server.port());
  }

  private static FleetConfig config(List<HostPort> targets, WorkerHosts hosts) {
    return new FleetConfig(
        targets, Protocol.HUBBUB, 42, 64, Duration.ofSeconds(20), List.of(), hosts);
  }

  private static int usersOn(RealServer server) throws IOException {
    try (CheckConnection connection =
        new CheckConnection(at(server), null, Duration.ofSeconds(10))) {
      connection.register("counter");
      connection.await(text -> text.startsWith("Welcome"));
      connection.send("/list", "");
      String list = connection.await(text -> text.startsWith("Online users ("));
      return Integer.parseInt(list.replaceAll("(?s)Online users \\((\\d+)\\).*", "$1"));
    }
  }

  private static class Silent implements WindowListener {
    @Override
    public void windowStarted() {}

    @Override
    public void windowEnded() {}
  }
}
