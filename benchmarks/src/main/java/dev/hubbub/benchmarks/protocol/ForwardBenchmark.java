package dev.hubbub.benchmarks.protocol;

import dev.hubbub.protocol.ForwardableMessage;
import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to make, of the bytes of one object, those that the receiver gets, and to give
 * their buffer back.
 */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class ForwardBenchmark {
  /** The message. */
  @Param public Sample sample;

  private final ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;
  private final ForwardableMessage forwardable = new ForwardableMessage();
  private ByteBuf object;
  private byte[] prefix;

  /** Encodes the message. */
  @Setup
  public void encode() {
    ByteBuf line = sample.encoded();
    object = line.slice(0, line.readableBytes() - 1);
    prefix = MessageEncoder.senderPrefix(sample.message().from());
  }

  /** As the server forwards: the strings are checked, and copied as they stand. */
  @Benchmark
  public boolean forward() {
    if (!forwardable.read(object)) {
      throw new IllegalStateException("not forwardable");
    }
    ByteBuf out = allocator.ioBuffer(prefix.length + forwardable.forwardedBytes());
    forwardable.writeTo(out.writeBytes(prefix));
    return out.release();
  }

  /** As the server does with what it can't forward so: decoded by Jackson, and encoded again. */
  @Benchmark
  public boolean baselineDecodeAndEncode() throws InvalidMessageException {
    return MessageEncoder.encode(MessageDecoder.decode(object), allocator).release();
  }

  /** The floor: to copy the bytes. */
  @Benchmark
  public boolean floorCopy() {
    int bytes = object.readableBytes();
    return allocator.ioBuffer(bytes).writeBytes(object, 0, bytes).release();
  }
}
