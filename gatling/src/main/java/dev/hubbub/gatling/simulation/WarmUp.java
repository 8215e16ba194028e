package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.ChatProtocolBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;

/**
 * Users who come before the load and do what all simulations do, until Java has compiled it at both
 * ends. Only what fails of it is reported.
 */
final class WarmUp {
  /** The property for its length. */
  static final String PROPERTY = "warmupSeconds";

  /** Its length where nothing else is said. */
  static final int SECONDS_DEFAULT = 5;

  /** How long the last visits may take beyond its length. */
  static final Duration ENDING_MAX = Duration.ofSeconds(10);

  private static final int SECONDS_MAX = 3_600;
  private static final int USERS = 20;
  private static final int MESSAGES_PER_VISIT = 20;
  private static final Duration PAUSE = Duration.ofMillis(5);

  private WarmUp() {}

  /** How long the user wants it; zero for none. */
  static Duration duration() {
    return Duration.ofSeconds(Parameters.number(PROPERTY, SECONDS_DEFAULT, 0, SECONDS_MAX));
  }

  /** Its users, who have all left before what comes after them begins. */
  static PopulationBuilder population(
      ChatProtocolBuilder protocol, String namePrefix, Duration duration) {
    OnlineNames names = new OnlineNames(namePrefix + "-warm-up");
    return scenario("warm-up")
        .exec(names::name)
        .exec(exitBlockOnFail().on(during(duration).on(visit())))
        .injectOpen(atOnceUsers(USERS))
        .protocols(protocol.unrecorded());
  }

  // No group: Gatling itself would log it.
  private static ChainBuilder visit() {
    return exec(chat("warm-up join").register())
        .exec(
            repeat(MESSAGES_PER_VISIT)
                .on(chat("warm-up direct").send("#{name}", "hello").awaitDelivery(), pause(PAUSE)))
        .exec(
            chat("warm-up time").endpoint("/time").awaitReply(),
            chat("warm-up shout").shout("hello").awaitConfirmation(),
            chat("warm-up leave").close());
  }
}
