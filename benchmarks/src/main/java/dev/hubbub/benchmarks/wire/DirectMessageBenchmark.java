package dev.hubbub.benchmarks.wire;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The whole way of a direct message between two random users: from the bytes that are read, by
 * framing, decoding, routing and encoding, to the bytes that are written, with the server's own
 * pipeline and all its bookkeeping. Only the kernel is missing. The floor is what Netty alone
 * costs: what is read on one channel is written to another as it is.
 */
public class DirectMessageBenchmark {
  static final int MESSAGES_PER_READ = 16;

  /** Users of a server. */
  @State(Scope.Thread)
  @NullUnmarked // JMH sets the fields before it calls a benchmark.
  public static class Users {
    /** Users on line. */
    @Param public Crowd.Size crowd;

    private Crowd people;
    private long arrivingBytes;

    /** Registers them, and sees what arrives of a message. */
    @Setup
    public void register() {
      MemoryServer server = new MemoryServer();
      people = new Crowd(crowd, server.loop(), new MemoryChannel[MESSAGES_PER_READ], server::join);
      arrivingBytes = people.send(1);
      String arrived = server.loop().lastSent(arrivingBytes);
      if (!arrived.startsWith("{\"from\":{\"name\":\"user-") || !arrived.contains(Crowd.TEXT)) {
        throw new IllegalStateException("not what was sent: " + arrived);
      }
    }

    private long send(int messages) {
      long bytes = people.send(messages);
      if (bytes != messages * arrivingBytes) {
        throw new IllegalStateException("arrived: " + bytes + " bytes");
      }
      return bytes;
    }
  }

  /** Plain channels of Netty. */
  @State(Scope.Thread)
  @NullUnmarked // JMH sets the fields before it calls a benchmark.
  public static class Channels {
    /** Channels that are open. */
    @Param public Crowd.Size crowd;

    private Crowd people;
    private int messageBytes;

    /** Opens them. */
    @Setup
    public void open() {
      MemoryLoop loop = new MemoryLoop();
      messageBytes = Crowd.messageBytes();
      MemoryChannel[] receivers = new MemoryChannel[MESSAGES_PER_READ];
      Forwarder forwarder = new Forwarder(messageBytes, receivers);
      people = new Crowd(crowd, loop, receivers, _ -> loop.open(forwarder));
    }

    private long send(int messages) {
      long bytes = people.send(messages);
      if (bytes != (long) messages * messageBytes) {
        throw new IllegalStateException("arrived: " + bytes + " bytes");
      }
      return bytes;
    }
  }

  /** One message to a read. */
  @Benchmark
  public long direct(Users users) {
    return users.send(1);
  }

  /** Many messages to a read, each to another user. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES_PER_READ)
  public long directMany(Users users) {
    return users.send(MESSAGES_PER_READ);
  }

  /** The floor for one message to a read. */
  @Benchmark
  public long floorForward(Channels channels) {
    return channels.send(1);
  }

  /** The floor for many messages to a read. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES_PER_READ)
  public long floorForwardMany(Channels channels) {
    return channels.send(MESSAGES_PER_READ);
  }
}
