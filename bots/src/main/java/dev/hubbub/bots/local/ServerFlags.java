package dev.hubbub.bots.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The flags that the server recommends for its JVM. */
public final class ServerFlags {
  private static final String RESOURCE = "/dev/hubbub/server/jvm.options";

  private ServerFlags() {}

  /** The flags, one a line of the server's own list. */
  public static List<String> read() throws IOException {
    try (InputStream stream = ServerFlags.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("the class path has no " + RESOURCE);
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Lines without those that are empty or begin with {@code #}. */
  static List<String> parse(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
