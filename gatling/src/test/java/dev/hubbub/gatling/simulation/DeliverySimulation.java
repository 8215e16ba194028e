package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.ChatStep;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** A user whose messages to receivers of the names that the test registered are never seen. */
public final class DeliverySimulation extends Simulation {
  private static final Duration SHORT = Duration.ofMillis(500);

  /** Sets the load up; Gatling calls it once. */
  public DeliverySimulation() {
    setUp(
            scenario("sender")
                .exec(
                    chat("join").register(),
                    send("to stalling", "stalling"),
                    send("to closing", "closing"),
                    send("to closed", "closing"),
                    send("to self", "sender"),
                    chat("leave").close())
                .injectOpen(atOnceUsers(1)))
        .protocols(chat.port(Integer.getInteger("port")).as("sender"))
        .assertions(global().failedRequests().count().is(3L))
        .maxDuration(Duration.ofSeconds(30));
  }

  private static ChatStep send(String name, String receiver) {
    return chat(name).send(receiver, "hello").awaitDelivery().timeout(SHORT);
  }
}
