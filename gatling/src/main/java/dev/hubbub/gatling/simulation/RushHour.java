package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** Users who all arrive within a short time, ask who is there, say something and stay. */
@Question("How long does a newcomer wait when everybody arrives within seconds?")
@Defaults({"users=500", "rampSeconds=10", "staySeconds=5", "joinMsP95Max=250", "namePrefix=rush"})
public final class RushHour extends ServerSimulation {
  private static final Duration ENDING = Duration.ofSeconds(30);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final int users = parameters.number("users", 1, 100_000);
  private final Duration arrivals = Duration.ofSeconds(parameters.number("rampSeconds", 1, 86_400));
  private final Duration stay = Duration.ofSeconds(parameters.number("staySeconds", 1, 86_400));
  private final int joinMsP95Max = parameters.number("joinMsP95Max", 1, 60_000);
  private final OnlineNames names = new OnlineNames(parameters.text("namePrefix"));

  /** Sets the load up; Gatling calls it once. */
  public RushHour() {
    load(
            scenario("newcomer")
                .exec(names::name)
                .exec(exitBlockOnFail().on(visit()))
                .injectOpen(rampUsers(users).during(arrivals)),
            arrivals.plus(stay).plus(ENDING))
        .assertions(
            global().failedRequests().count().is(0L),
            details("leave").successfulRequests().count().is((long) users),
            details("join").responseTime().percentile(95.0).lte(joinMsP95Max));
  }

  private ChainBuilder visit() {
    return exec(chat("join").register())
        .exec(names::enter)
        .exec(names::choosePeer)
        .exec(chat("greet").send("#{peer}", "good morning").awaitDelivery())
        .exec(pause(stay))
        .exec(names::leave)
        .exec(pause(LAST_WORDS))
        .exec(chat("leave").close());
  }
}
