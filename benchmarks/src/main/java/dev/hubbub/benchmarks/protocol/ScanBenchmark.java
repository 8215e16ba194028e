package dev.hubbub.benchmarks.protocol;

import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.ObjectScanner;
import dev.hubbub.protocol.ObjectScanner.Found;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to find the end of an object, a message, however the stream was cut into reads. */
@State(Scope.Thread)
@OperationsPerInvocation(ScanBenchmark.OBJECTS)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class ScanBenchmark {
  static final int OBJECTS = 16;

  /** What one read returns. */
  public enum Read {
    ONE_OBJECT,
    MANY_OBJECTS,
    ONE_BYTE
  }

  /** The message. */
  @Param public Sample sample;

  /** What one read returns. */
  @Param public Read read;

  private final ObjectScanner scanner = new ObjectScanner(Limits.MESSAGE_BYTES_MAX);
  private ByteBuf stream;
  private int streamBytes;
  private int readBytes;

  /** Lays the stream out. */
  @Setup
  public void prepare() {
    ByteBuf object = sample.encoded();
    streamBytes = OBJECTS * object.readableBytes();
    readBytes =
        switch (read) {
          case ONE_OBJECT -> object.readableBytes();
          case MANY_OBJECTS -> streamBytes;
          case ONE_BYTE -> 1;
        };
    stream = Unpooled.directBuffer(streamBytes);
    for (int i = 0; i < OBJECTS; i++) {
      stream.writeBytes(object, 0, object.readableBytes());
    }
  }

  /** As the server scans. */
  @Benchmark
  public int scan() {
    int objects = 0;
    for (int received = readBytes; received <= streamBytes; received += readBytes) {
      stream.setIndex(received == readBytes ? 0 : stream.readerIndex(), received);
      while (scanner.scan(stream) == Found.OBJECT) {
        stream.skipBytes(scanner.objectBytes());
        objects++;
      }
    }
    return requireAll(objects);
  }

  /** The floor: to look for the line feed behind the object, each byte once. */
  @Benchmark
  public int floorLineFeed() {
    int lines = 0;
    int from = 0;
    for (int received = readBytes; received <= streamBytes; received += readBytes) {
      for (int at = stream.indexOf(from, received, (byte) '\n');
          at >= 0;
          at = stream.indexOf(at + 1, received, (byte) '\n')) {
        lines++;
      }
      from = received;
    }
    return requireAll(lines);
  }

  private static int requireAll(int found) {
    if (found != OBJECTS) {
      throw new IllegalStateException("found " + found + " of " + OBJECTS);
    }
    return found;
  }
}
