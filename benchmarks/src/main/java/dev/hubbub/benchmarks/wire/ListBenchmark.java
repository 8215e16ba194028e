package dev.hubbub.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to be told who is on line when many are: by a list of all of them, and by the
 * welcome, which names the first few. The whole way, in memory.
 */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class ListBenchmark {
  private static final int WELCOME_BYTES = 1_000;

  /** Users on line. */
  @Param({"1000", "100000"})
  public int users;

  private final byte[] request = ChatSocket.json("/list", "").getBytes(StandardCharsets.UTF_8);
  private MemoryServer server;
  private MemoryChannel asker;
  private ByteBuf reply;

  /** Registers them, and sees how long the list is. */
  @Setup
  public void register() {
    server = new MemoryServer();
    for (int i = 0; i < users; i++) {
      var _ = server.join("user-" + i);
    }
    asker = server.join("asker");
    System.gc();
    int replyBytes = Math.toIntExact(list());
    reply = Unpooled.directBuffer(replyBytes).writeZero(replyBytes);
  }

  /** A list of all. */
  @Benchmark
  public long list() {
    asker.receive(request);
    return server.runUntilSent(asker);
  }

  /** The floor of it: to copy as many bytes. */
  @Benchmark
  public long floorCopy() {
    ByteBuf copy = asker.alloc().ioBuffer(reply.readableBytes());
    copy.writeBytes(reply, 0, reply.readableBytes()).release();
    return reply.readableBytes();
  }

  /** A user comes, is welcomed, and goes. */
  @Benchmark
  public MemoryChannel join() {
    MemoryChannel newcomer = server.join("newcomer");
    newcomer.close();
    server.loop().run();
    return newcomer;
  }

  /** The floor of it: a connection that opens, is written a line, and closes. */
  @Benchmark
  public MemoryChannel floorOpenAndClose() {
    MemoryChannel newcomer = server.loop().open(new ChannelInboundHandlerAdapter());
    newcomer.writeAndFlush(reply.retainedSlice(0, WELCOME_BYTES), newcomer.voidPromise());
    newcomer.close();
    server.loop().run();
    return newcomer;
  }
}
