package dev.hubbub.server.testing;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schema of messages, read with another library than the server's. */
public final class ReferenceMessage {
  private static final Set<String> MESSAGE_FIELDS = Set.of("from", "to", "msg");
  private static final Set<String> SENDER_FIELDS = Set.of("from.name", "from.ip");

  private ReferenceMessage() {}

  /** The message that the bytes are; empty if they are none. */
  public static Optional<Message> parse(byte[] bytes) {
    try {
      String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Gson would skip a byte order mark.
      return json.startsWith("\uFEFF") ? Optional.empty() : Optional.of(read(json));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Message read(String json) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      Map<String, String> fields = new HashMap<>();
      readObject(reader, "", MESSAGE_FIELDS, fields);
      require(reader.peek() == JsonToken.END_DOCUMENT);
      require(fields.keySet().containsAll(List.of("from.name", "from.ip", "to", "msg")));
      require(!fields.getOrDefault("to", "").isEmpty());
      return new Message(
          new Sender(text(fields, "from.name"), text(fields, "from.ip")),
          text(fields, "to"),
          text(fields, "msg"));
    }
  }

  private static void readObject(
      JsonReader reader, String prefix, Set<String> allowed, Map<String, String> fields)
      throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      String field = prefix + reader.nextName();
      require(allowed.contains(field));
      if (field.equals("from")) {
        require(fields.put(field, "") == null);
        readObject(reader, "from.", SENDER_FIELDS, fields);
      } else {
        require(reader.peek() == JsonToken.STRING);
        require(fields.put(field, reader.nextString()) == null);
      }
    }
    reader.endObject();
  }

  // A lone surrogate has no UTF-8.
  private static String text(Map<String, String> fields, String field)
      throws CharacterCodingException {
    String text = String.valueOf(fields.get(field));
    StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
    return text;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("no message");
    }
  }
}
