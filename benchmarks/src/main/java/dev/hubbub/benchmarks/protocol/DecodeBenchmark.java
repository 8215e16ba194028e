package dev.hubbub.benchmarks.protocol;

import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to read a message from the bytes of one object. */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class DecodeBenchmark {
  /** The message. */
  @Param public Sample sample;

  private ByteBuf object;

  /** Encodes the message. */
  @Setup
  public void encode() {
    object = sample.encoded();
  }

  /** As the server decodes. */
  @Benchmark
  public Message decode() throws InvalidMessageException {
    return MessageDecoder.decode(object);
  }

  /** The floor: to copy the bytes. */
  @Benchmark
  public byte[] floorCopy() {
    return ByteBufUtil.getBytes(object);
  }
}
