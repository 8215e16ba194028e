package dev.hubbub.server.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

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

  /** The fields of an object that holds texts and numbers only; fails on anything else. */
  public static Map<String, String> flat(String object) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), object)) {
      expect(json.nextToken() == JsonToken.START_OBJECT, object);
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        expect(json.nextToken().isScalarValue(), object);
        expect(fields.put(name, json.getString()) == null, object);
      }
      expect(json.nextToken() == null, object);
    }
    return fields;
  }

  private static void expect(boolean holds, String object) {
    if (!holds) {
      throw new AssertionError("not one flat object with different names: " + object);
    }
  }
}
