package dev.hubbub.bots.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.engine.Engine;
import dev.hubbub.bots.engine.EngineConfig;
import dev.hubbub.bots.engine.GrowOutcome;
import dev.hubbub.bots.engine.RunListener;
import dev.hubbub.bots.engine.RunOutcome;
import dev.hubbub.bots.engine.RunSpec;
import dev.hubbub.bots.workload.Workloads;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.server.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same load against each real peer: everyone registers, all arrives once, everyone leaves. */
class PeersTest {
  private static final long MILLI = 1_000_000;

  @TempDir Path folder;

  @Test
  void users_of_the_echo_server_get_their_own_messages_back() throws Exception {
    try (EchoServer server =
        EchoServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Transport.best(), 1)) {
      runLoad(Protocol.ECHO, server.port());
    }
  }

  @Test
  void users_of_inspircd_write_to_each_other() throws Exception {
    try (PeerScript peer = PeerScript.start("inspircd", folder)) {
      runLoad(Protocol.IRC, peer.port());
      assertThat(ProcessHandle.of(peer.pid())).isPresent();
    }
  }

  @Test
  void users_of_nats_write_to_each_other() throws Exception {
    try (PeerScript peer = PeerScript.start("nats-server", folder)) {
      runLoad(Protocol.NATS, peer.port());
      assertThat(ProcessHandle.of(peer.pid())).isPresent();
    }
  }

  @Test
  void a_peer_ends_with_its_script() throws Exception {
    long pid;
    try (PeerScript peer = PeerScript.start("nats-server", folder)) {
      pid = peer.pid();
    }

    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  private static void runLoad(Protocol protocol, int port) throws Exception {
    EngineConfig config = new EngineConfig("127.0.0.1", port, protocol, "testtest", 0, 64, 20_000);
    try (Engine engine = new Engine(config, NanoClock.SYSTEM)) {
      GrowOutcome grown = grow(engine, 100);
      RunOutcome ran =
          engine
              .run(
                  new RunSpec(
                      2_000,
                      100 * MILLI,
                      500 * MILLI,
                      10_000 * MILLI,
                      42,
                      Workloads.of("direct", 1),
                      1),
                  new Silent())
              .get(30, TimeUnit.SECONDS);
      GrowOutcome shrunk = grow(engine, 40);

      assertThat(grown.firstError()).isNull();
      assertThat(grown.counts()).isEqualTo(new ConnectionCounts(100, 0, 0, 0));
      assertThat(ran.anomalies()).isEmpty();
      assertThat(ran.dropped()).isZero();
      assertThat(ran.actions().getFirst().counts())
          .isEqualTo(new MessageCounts(1_000, 1_000, 1_000, 0, 0, 0, 0, 0));
      assertThat(shrunk.counts()).as("all have left in peace").isEqualTo(ConnectionCounts.NONE);
      assertThat(shrunk.users()).isEqualTo(40);
    }
  }

  private static GrowOutcome grow(Engine engine, int users) throws Exception {
    return engine.growTo(users, Duration.ofSeconds(30)).get(40, TimeUnit.SECONDS);
  }

  private static final class Silent implements RunListener {
    @Override
    public void windowStarted() {}

    @Override
    public void windowEnded() {}

    @Override
    public void progress(long sent, long delivered, @Nullable Double p99Ms) {}
  }
}
