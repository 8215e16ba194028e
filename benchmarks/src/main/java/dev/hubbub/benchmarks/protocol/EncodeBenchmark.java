package dev.hubbub.benchmarks.protocol;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What it costs to write a message into a buffer, and to give the buffer back. */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class EncodeBenchmark {
  /** The message. */
  @Param public Sample sample;

  private final ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;
  private final JsonMapper json = JsonMapper.builder().build();
  private Message message;
  private ByteBuf encoded;

  /** Takes the message, and its bytes for the floor. */
  @Setup
  public void prepare() {
    message = sample.message();
    encoded = sample.encoded();
  }

  /** As the server encodes. */
  @Benchmark
  public boolean encode() {
    return MessageEncoder.encode(message, allocator).release();
  }

  /** Jackson's data binding. */
  @Benchmark
  public boolean baselineDataBinding() {
    ByteBuf out = allocator.ioBuffer(encoded.readableBytes());
    json.writeValue((OutputStream) new ByteBufOutputStream(out), message);
    return out.writeByte('\n').release();
  }

  /** Jackson's tree, made and written. */
  @Benchmark
  public boolean baselineTree() {
    ObjectNode tree = json.createObjectNode();
    tree.putObject("from").put("name", message.from().name()).put("ip", message.from().ip());
    tree.put("to", message.to()).put("msg", message.msg());
    ByteBuf out = allocator.ioBuffer(encoded.readableBytes());
    json.writeValue((OutputStream) new ByteBufOutputStream(out), tree);
    return out.writeByte('\n').release();
  }

  /** The floor: to copy bytes that are there already. */
  @Benchmark
  public boolean floorCopy() {
    int bytes = encoded.readableBytes();
    return allocator.ioBuffer(bytes).writeBytes(encoded, 0, bytes).release();
  }
}
