package dev.hubbub.gatling;

/**
 * Where a simulation begins:
 *
 * <pre>{@code
 * setUp(scenario("greet")
 *         .feed(names)
 *         .exec(
 *             chat("join").register(),
 *             chat("time").endpoint("/time").awaitReply(),
 *             chat("leave").close())
 *         .injectOpen(rampUsers(50).during(2)))
 *     .protocols(chat.host("127.0.0.1").port(65432).as("#{name}"))
 *     .maxDuration(60);
 * }</pre>
 */
public final class ChatDsl {
  /** The protocol with its defaults: a server on this machine, at its usual port. */
  public static final ChatProtocolBuilder chat = ChatProtocolBuilder.DEFAULT;

  private ChatDsl() {}

  /** A step, with the name that the report gives it; placeholders are resolved. */
  public static ChatStepName chat(String name) {
    return new ChatStepName(name);
  }
}
