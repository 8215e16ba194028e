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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What it costs to read a message from the bytes of one object. */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class DecodeBenchmark {
  /** The message. */
  @Param public Sample sample;

  private final JsonMapper json = JsonMapper.builder().build();
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

  /** Jackson's tokens alone, their texts made and nothing checked. */
  @Benchmark
  public int baselineTokens() {
    int length = 0;
    try (JsonParser parser = json.createParser(ByteBufUtil.getBytes(object))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        length += token == JsonToken.VALUE_STRING ? parser.getString().length() : 0;
      }
    }
    return length;
  }

  /** Jackson's data binding, which lets missing fields and others pass. */
  @Benchmark
  public Message baselineDataBinding() {
    return json.readValue(ByteBufUtil.getBytes(object), Message.class);
  }

  /** Jackson's tree, of which the fields would still have to be taken. */
  @Benchmark
  public JsonNode baselineTree() {
    return json.readTree(ByteBufUtil.getBytes(object));
  }

  /** The floor: to copy the bytes. */
  @Benchmark
  public byte[] floorCopy() {
    return ByteBufUtil.getBytes(object);
  }
}
