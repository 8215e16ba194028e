package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import dev.hubbub.protocol.ServerTexts;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;

/**
 * Clients that are in the field already and can't be changed.
 *
 * <p>They send the bare name and wait for the welcome, ask for {@code /help} 100 ms later, then
 * send a message to {@code Everyone}, who is no user, every 3 s and read the error; 50 more come
 * every 2 s.
 */
@Question("Do the clients in the field keep working when many of them are on line?")
@Defaults({
  "users=50",
  "staySeconds=20",
  "intervalMs=3000",
  "replyMsP99Max=50",
  "namePrefix=legacy"
})
public final class Legacy extends ServerSimulation {
  private static final int ARRIVALS_PER_SECOND = 25;
  private static final Duration HELP_DELAY = Duration.ofMillis(100);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ENDING = Duration.ofSeconds(30);

  private final int users = parameters.number("users", 1, 100_000);
  private final Duration stay = Duration.ofSeconds(parameters.number("staySeconds", 1, 86_400));
  private final Duration interval = Duration.ofMillis(parameters.number("intervalMs", 1, 60_000));
  private final int replyMsP99Max = parameters.number("replyMsP99Max", 1, 60_000);
  private final String namePrefix = parameters.text("namePrefix");

  /** Sets the load up; Gatling calls it once. */
  public Legacy() {
    // Gatling ramps over whole seconds, and injects nobody into a part of one.
    Duration arrivals = Duration.ofSeconds(Math.ceilDiv(users, ARRIVALS_PER_SECOND));
    load(
            scenario("field client")
                .exec(this::name)
                .exec(exitBlockOnFail().on(visit()))
                .injectOpen(rampUsers(users).during(arrivals))
                .protocols(protocol().stepTimeout(READ_TIMEOUT)),
            arrivals.plus(stay).plus(interval).plus(ENDING))
        .assertions(
            global().failedRequests().count().is(0L),
            details("leave").successfulRequests().count().is((long) users),
            details("everyone").responseTime().percentile(99.0).lte(replyMsP99Max));
  }

  private ChainBuilder visit() {
    return exec(chat("join").registerBare())
        .exec(pause(HELP_DELAY))
        .exec(chat("help").endpoint("/help").awaitReply("Available commands:"))
        .exec(
            during(stay)
                .on(
                    chat("everyone")
                        .send(ServerTexts.EVERYONE, "hello")
                        .awaitReply(ServerTexts.notAvailable(ServerTexts.EVERYONE)),
                    pause(interval)))
        .exec(chat("leave").close());
  }

  private Session name(Session session) {
    return session.set("name", namePrefix + "-" + session.userId());
  }
}
