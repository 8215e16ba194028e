package dev.hubbub.protocol;

import dev.hubbub.protocol.ObjectScanner.Found;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Feeds a scanner with pieces of a stream, as a connection does. */
final class Scans {
  private final ObjectScanner scanner;
  private final ByteBuf stream = Unpooled.buffer();
  private final List<String> found = new ArrayList<>();
  private boolean broken;

  Scans(int objectBytesMax) {
    scanner = new ObjectScanner(objectBytesMax);
  }

  /** Adds a piece and scans as far as it goes. */
  Scans feed(byte[] piece) {
    stream.writeBytes(piece);
    while (true) {
      Found next = scanner.scan(stream);
      switch (next) {
        case NOTHING -> {
          return this;
        }
        case OBJECT ->
            found.add(
                stream.readCharSequence(scanner.objectBytes(), StandardCharsets.UTF_8).toString());
        case GARBAGE -> found.add(next.name());
        case TOO_DEEP, TOO_LARGE -> {
          found.add(next.name());
          broken = true;
          return this;
        }
      }
    }
  }

  Scans feed(String piece) {
    return feed(piece.getBytes(StandardCharsets.UTF_8));
  }

  /** Objects as text, and the names of what else was found. */
  List<String> found() {
    return found;
  }

  /** Whether the stream can't be scanned any further. */
  boolean isBroken() {
    return broken;
  }

  boolean isInsideObject() {
    return scanner.isInsideObject();
  }

  /** Bytes that the scanner leaves in the stream. */
  int leftBytes() {
    return stream.readableBytes();
  }
}
