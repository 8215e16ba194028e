package dev.hubbub.server.testing;

import dev.hubbub.protocol.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream consists of, found the slow and plain way: from its first byte, with all of it in
 * hand. The fuzz tests hold the server's own scan against it, which sees the stream in pieces.
 *
 * @param frames objects as text, one character a byte, and the names of what else there is
 * @param insideObject whether the stream ends inside an object
 */
public record ReferenceFrames(List<String> frames, boolean insideObject) {
  public static final String GARBAGE = "GARBAGE";
  public static final String TOO_DEEP = "TOO_DEEP";
  public static final String TOO_LARGE = "TOO_LARGE";

  private static final String WHITE_SPACE = " \t\r\n";

  /** Reads a stream as the contract has it, for objects of at most so many bytes. */
  public static ReferenceFrames of(byte[] bytes, int objectBytesMax) {
    String stream = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> frames = new ArrayList<>();
    int at = 0;
    while (at < stream.length()) {
      char c = stream.charAt(at);
      if (c == '{') {
        String object = object(stream.substring(at), objectBytesMax);
        if (object.isEmpty()) {
          return new ReferenceFrames(frames, true);
        }
        frames.add(object);
        if (isFatal(object)) {
          return new ReferenceFrames(frames, false);
        }
        at += object.length();
      } else if (WHITE_SPACE.indexOf(c) >= 0) {
        at++;
      } else {
        frames.add(GARBAGE);
        while (at < stream.length() && stream.charAt(at) != '{' && stream.charAt(at) != '\n') {
          at++;
        }
      }
    }
    return new ReferenceFrames(frames, false);
  }

  /** Whether the stream can't be read on after this frame. */
  public static boolean isFatal(String frame) {
    return frame.equals(TOO_DEEP) || frame.equals(TOO_LARGE);
  }

  // The object that the stream begins with; empty when it has no end yet.
  private static String object(String stream, int bytesMax) {
    int braces = 0;
    int brackets = 0;
    boolean inString = false;
    boolean escaped = false;
    for (int i = 0; i < stream.length(); i++) {
      if (i == bytesMax) {
        return TOO_LARGE;
      }
      char c = stream.charAt(i);
      if (inString) {
        inString = escaped || c != '"';
        escaped = !escaped && c == '\\';
      } else {
        inString = c == '"';
        braces += c == '{' ? 1 : c == '}' ? -1 : 0;
        brackets = Math.max(0, brackets + (c == '[' ? 1 : c == ']' ? -1 : 0));
      }
      if (braces == 0) {
        return stream.substring(0, i + 1);
      }
      if (braces + brackets > Limits.NESTING_MAX) {
        return TOO_DEEP;
      }
    }
    return "";
  }
}
