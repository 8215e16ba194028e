package dev.hubbub.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a message from the bytes of one object, strictly: every field present, once, a string, and
 * nothing else. Uses Jackson's streaming parser; no tree, no data binding.
 */
public final class MessageDecoder {
  // Left to itself the parser would take NULs for a sign of UTF-16 or UTF-32.
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(TokenStreamFactory.Feature.CHARSET_DETECTION).build();

  private MessageDecoder() {}

  /**
   * Decodes the readable bytes; the buffer's indices stay as they are.
   *
   * @throws InvalidMessageException if they are no message, with the reason in words for the sender
   */
  public static Message decode(ByteBuf object) throws InvalidMessageException {
    // Jackson lets some malformed sequences pass, and the server must not forward what a client
    // can't decode.
    if (!ByteBufUtil.isText(object, StandardCharsets.UTF_8)) {
      throw new InvalidMessageException("it is not valid UTF-8");
    }
    byte[] bytes = ByteBufUtil.getBytes(object);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      parser.nextToken();
      Message message = readMessage(parser);
      if (parser.nextToken() != null) {
        throw new InvalidMessageException("something follows the object");
      }
      return message;
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static Message readMessage(JsonParser parser) throws InvalidMessageException {
    Sender from = null;
    String to = null;
    String msg = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "from" -> {
          requireFirst(from, field);
          from = readSender(parser);
        }
        case "to" -> {
          requireFirst(to, field);
          to = readString(parser, field);
        }
        case "msg" -> {
          requireFirst(msg, field);
          msg = readString(parser, field);
        }
        default -> throw unknown(field);
      }
    }
    Message message = new Message(require(from, "from"), require(to, "to"), require(msg, "msg"));
    if (message.to().isEmpty()) {
      throw new InvalidMessageException("field 'to' must not be empty");
    }
    return message;
  }

  private static Sender readSender(JsonParser parser) throws InvalidMessageException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new InvalidMessageException("field 'from' must be an object");
    }
    String name = null;
    String ip = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "name" -> {
          requireFirst(name, "from.name");
          name = readString(parser, "from.name");
        }
        case "ip" -> {
          requireFirst(ip, "from.ip");
          ip = readString(parser, "from.ip");
        }
        default -> throw unknown("from." + field);
      }
    }
    return new Sender(require(name, "from.name"), require(ip, "from.ip"));
  }

  private static String readString(JsonParser parser, String field) throws InvalidMessageException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new InvalidMessageException("field '" + field + "' must be a string");
    }
    String text = parser.getString();
    if (UnicodeText.hasLoneSurrogate(text)) {
      throw new InvalidMessageException("field '" + field + "' has a lone surrogate");
    }
    return text;
  }

  private static void requireFirst(@Nullable Object earlier, String field)
      throws InvalidMessageException {
    if (earlier != null) {
      throw new InvalidMessageException("repeated field '" + field + "'");
    }
  }

  private static <T> T require(@Nullable T value, String field) throws InvalidMessageException {
    if (value == null) {
      throw new InvalidMessageException("missing field '" + field + "'");
    }
    return value;
  }

  private static InvalidMessageException unknown(String field) {
    return new InvalidMessageException("unknown field '" + UnicodeText.quote(field) + "'");
  }

  private static InvalidMessageException malformed(JacksonException e) {
    long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    return new InvalidMessageException(
        at < 0 ? "malformed JSON" : "malformed JSON near byte " + at);
  }
}
