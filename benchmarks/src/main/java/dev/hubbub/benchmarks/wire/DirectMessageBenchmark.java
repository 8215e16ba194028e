package dev.hubbub.benchmarks.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The whole way of a direct message between two registered users, one to a read: from the bytes
 * that are read, by framing, decoding, routing and encoding, to the bytes that are written, with
 * the server's own pipeline and all its bookkeeping. Only the kernel is missing.
 */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class DirectMessageBenchmark {
  private static final String TEXT = "see you in five minutes!";

  private byte[] message;
  private MemorySocket alice;
  private MemorySocket bob;
  private byte[] forwarded;
  private MemorySocket in;
  private MemorySocket out;

  /** Registers both, and makes sure that the message arrives. */
  @Setup
  public void register() {
    MemoryServer server = new MemoryServer();
    alice = server.join("alice");
    bob = server.join("bob");
    message = ChatSocket.json("bob", TEXT).getBytes(StandardCharsets.UTF_8);
    alice.receive(message);
    bob.runPendingTasks();
    String arrived = bob.takeSent();
    if (!arrived.contains(TEXT) || !arrived.contains("\"alice\"")) {
      throw new IllegalStateException("not what was sent: " + arrived);
    }
    forwarded = arrived.getBytes(StandardCharsets.UTF_8);
    out = new MemorySocket();
    in = new MemorySocket().with(new Forwarder(out));
  }

  /** As the server does it. */
  @Benchmark
  public int direct() {
    alice.receive(message);
    bob.runPendingTasks();
    return requireAll(bob.takeSentBytes());
  }

  /** The floor: what is read on one channel is written to another as it is, by Netty alone. */
  @Benchmark
  public int floorForward() {
    in.receive(forwarded);
    out.runPendingTasks();
    return requireAll(out.takeSentBytes());
  }

  private int requireAll(int arrivedBytes) {
    if (arrivedBytes != forwarded.length) {
      throw new IllegalStateException("arrived: " + arrivedBytes + " bytes");
    }
    return arrivedBytes;
  }

  private static final class Forwarder extends ChannelInboundHandlerAdapter {
    private final MemorySocket to;

    Forwarder(MemorySocket to) {
      this.to = to;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      to.writeAndFlush(msg, to.voidPromise());
    }
  }
}
