package dev.hubbub.server.testing;

/** Messages as a client writes them, made by hand. */
public final class Json {
  private Json() {}

  /** A message whose sender claims to be somebody else. */
  public static String message(String to, String msg) {
    return "{\"from\": {\"name\": \"mallory\", \"ip\": \"6.6.6.6\"}, \"to\": "
        + string(to)
        + ", \"msg\": "
        + string(msg)
        + "}";
  }

  /** A JSON string; only what must be escaped is. */
  public static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            json.append('\\').append((char) c);
          } else if (c < 0x20) {
            json.append(String.format("\\u%04x", c));
          } else {
            json.append((char) c);
          }
        });
    return json.append('"').toString();
  }
}
