package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.bots.RealServer;
import dev.hubbub.measure.MetricsPage;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.ProcessLoad;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ServerFinderTest {
  @Test
  void a_server_of_this_machine_is_found_with_its_process_and_its_metrics() throws IOException {
    try (RealServer server = RealServer.start(0, "--admin-port", "0")) {
      ProcessProbe process = ServerFinder.process("127.0.0.1", server.port()).orElseThrow();
      MetricsPage page = ServerFinder.metrics("127.0.0.1", server.port(), process).orElseThrow();
      assertThat(process.pid()).isEqualTo(server.pid());
      assertThat(page.read().orElseThrow().sum("hubbub_users", "")).isZero();

      ServerObserver observer = new ServerObserver(process, page, false, null);
      observer.stepStarted();
      observer.windowStarted(0, Duration.ofMillis(200));
      await().until(() -> observer.series().seconds().size() >= 2);
      observer.windowEnded();
      ProcessLoad load = observer.load(1);
      assertThat(load.cpuShare()).isNotNull();
      assertThat(load.busiestThreadShare()).isNotNull();
      assertThat(load.gcMs()).isNotNull();
      assertThat(observer.series().cpuShare()).doesNotContainNull();
      assertThat(observer.series().gcMs()).doesNotContainNull();
      assertThat(observer.gauges()).isNotNull().hasNoNullFieldsOrProperties();
      assertThat(observer.tcp()).hasNoNullFieldsOrProperties();
    }
  }

  @Test
  void a_page_that_counts_fewer_users_than_are_registered_is_of_another_server()
      throws IOException {
    try (RealServer server = RealServer.start(0, "--admin-port", "0")) {
      ProcessProbe process = ServerFinder.process("127.0.0.1", server.port()).orElseThrow();
      ServerObserver observer =
          new ServerObserver(
              null,
              ServerFinder.metrics("127.0.0.1", server.port(), process).orElseThrow(),
              false,
              null);
      observer.windowStarted(1, Duration.ofMinutes(1));
      observer.windowEnded();

      assertThat(observer.load(1)).isEqualTo(ProcessLoad.UNKNOWN);
      assertThat(observer.gauges()).isNull();
      assertThat(observer.series().seconds()).isEmpty();
    }
  }

  @Test
  void a_server_without_metrics_has_none() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProcessProbe own = new ProcessProbe(ProcessHandle.current().pid());

      assertThat(ServerFinder.metrics("127.0.0.1", socket.getLocalPort(), own)).isEmpty();
    }
  }
}
