package dev.hubbub.server.testing;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line from the server, read strictly: exactly the four texts of the contract, in its order.
 *
 * @param fromName who sent it
 * @param fromIp the address of the sender
 * @param to whom it is addressed to
 * @param msg the text
 */
public record Received(String fromName, String fromIp, String to, String msg) {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private static final List<String> TOKENS =
      List.of(
          "{", "'from'", "{", "'name'", "text", "'ip'", "text", "}", "'to'", "text", "'msg'",
          "text", "}");

  /** Reads a line, with or without its line feed. */
  public static Received parse(String line) {
    List<String> tokens = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> tokens.add("{");
          case END_OBJECT -> tokens.add("}");
          case PROPERTY_NAME -> tokens.add("'" + parser.currentName() + "'");
          case VALUE_STRING -> {
            tokens.add("text");
            texts.add(parser.getString());
          }
          default -> tokens.add(token.name());
        }
      }
    }
    if (!tokens.equals(TOKENS)) {
      throw new AssertionError("not a message of the contract: " + line);
    }
    return new Received(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
  }

  /** Whether the server itself says this. */
  public boolean isFromServer() {
    return fromName.equals("SERVER") && fromIp.equals("0.0.0.0");
  }
}
