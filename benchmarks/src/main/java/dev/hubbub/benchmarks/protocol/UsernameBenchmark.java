package dev.hubbub.benchmarks.protocol;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Username;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to check a name at registration, and to fold it for the check of uniqueness. */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class UsernameBenchmark {
  /** A name. */
  public enum Name {
    /** Folds to itself. */
    LOWER_CASE("alice_1984"),
    MIXED_CASE("Alice Smith"),
    /** Changes in all four steps of the fold: ligature, sharp s, full width, dotted I. */
    NON_ASCII("ﬁlip Weiß Ａlice İ");

    private final String text;

    Name(String text) {
      this.text = text;
    }
  }

  /** The name. */
  @Param public Name name;

  private ByteBuf bytes;

  /** Encodes the name. */
  @Setup
  public void encode() {
    bytes = Unpooled.copiedBuffer(name.text, StandardCharsets.UTF_8);
  }

  /** As the server reads a name. */
  @Benchmark
  public Username parse() throws InvalidUsernameException {
    return Username.parse(bytes);
  }

  /** The part of it that uniqueness costs. */
  @Benchmark
  public String fold() {
    return Username.fold(name.text);
  }

  /** The floor of reading: to decode UTF-8. */
  @Benchmark
  public String floorDecode() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The floor of folding: to lower the case. */
  @Benchmark
  public String floorLowerCase() {
    return name.text.toLowerCase(Locale.ROOT);
  }
}
