package dev.hubbub.reports;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads chromium's log of its network. */
final class Requests {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Requests() {}

  /** The address that an entry asks for; empty when it asks for none. */
  static String address(String entry) {
    JsonNode message = MAPPER.readTree(entry).path("message");
    return message.path("method").asString("").equals("Network.requestWillBeSent")
        ? message.at("/params/request/url").asString("")
        : "";
  }
}
