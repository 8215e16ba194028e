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
 * What a shout to so many costs, from the bytes that are read until the last of them is written to;
 * in memory, on one event loop. The floor is what Netty alone costs: the same buffer is written to
 * each channel.
 */
public class ShoutBenchmark {
  private static final String TEXT = "see you in five minutes!";

  /** A server with so many users. */
  @State(Scope.Thread)
  @NullUnmarked // JMH sets the fields before it calls a benchmark.
  public static class Users {
    /** Receivers. */
    @Param({"100", "10000", "100000"})
    public int users;

    private final byte[] request = ChatSocket.json("/shout", TEXT).getBytes(StandardCharsets.UTF_8);
    private MemoryServer server;
    private MemoryChannel shouter;
    private MemoryChannel last;

    /** Registers them. */
    @Setup
    public void register() {
      server = new MemoryServer();
      shouter = server.join("shouter");
      for (int i = 0; i < users; i++) {
        last = server.join("user-" + i);
      }
      System.gc();
    }
  }

  /** So many plain channels of Netty. */
  @State(Scope.Thread)
  @NullUnmarked // JMH sets the fields before it calls a benchmark.
  public static class Channels {
    /** Receivers. */
    @Param({"100", "10000", "100000"})
    public int users;

    private final ByteBuf message =
        Unpooled.directBuffer()
            .writeBytes(ChatSocket.json("Everyone", TEXT).getBytes(StandardCharsets.UTF_8));
    private MemoryChannel[] channels;

    /** Opens them. */
    @Setup
    public void open() {
      MemoryLoop loop = new MemoryLoop();
      channels = new MemoryChannel[users];
      for (int i = 0; i < users; i++) {
        channels[i] = loop.open(new ChannelInboundHandlerAdapter());
      }
      System.gc();
    }
  }

  /** One shout, and the reply to its sender. */
  @Benchmark
  public long shout(Users state) {
    state.shouter.receive(state.request);
    state.server.runUntilSent(state.shouter);
    state.server.runUntilSent(state.last);
    return state.users;
  }

  /** The floor. */
  @Benchmark
  public long floorWriteToEach(Channels state) {
    for (MemoryChannel channel : state.channels) {
      channel.writeAndFlush(state.message.retainedDuplicate(), channel.voidPromise());
    }
    return state.users;
  }
}
