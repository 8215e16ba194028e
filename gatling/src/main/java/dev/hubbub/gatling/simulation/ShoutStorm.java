package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** Users who all shout to everybody: each shout is as many messages as there are users. */
@Question("How long does a shout take to be passed on when many shout to all?")
@Defaults({
  "users=50",
  "staySeconds=10",
  "intervalMs=1000",
  "shoutMsP99Max=100",
  "namePrefix=shouter"
})
public final class ShoutStorm extends ServerSimulation {
  private static final Duration ENDING = Duration.ofSeconds(30);

  private final int users = parameters.number("users", 1, 100_000);
  private final Duration stay = Duration.ofSeconds(parameters.number("staySeconds", 1, 86_400));
  private final Duration interval = Duration.ofMillis(parameters.number("intervalMs", 1, 600_000));
  private final int shoutMsP99Max = parameters.number("shoutMsP99Max", 1, 60_000);
  private final OnlineNames names = new OnlineNames(parameters.text("namePrefix"));

  /** Sets the load up; Gatling calls it once. */
  public ShoutStorm() {
    load(
            scenario("shouter")
                .exec(names::name)
                .exec(exitBlockOnFail().on(visit()))
                .injectOpen(atOnceUsers(users)),
            stay.plus(interval).plus(ENDING))
        .assertions(
            global().failedRequests().count().is(0L),
            details("leave").successfulRequests().count().is((long) users),
            details("shout").responseTime().percentile(99.0).lte(shoutMsP99Max));
  }

  private ChainBuilder visit() {
    return exec(chat("join").register())
        .exec(
            during(stay)
                .on(
                    chat("shout")
                        .shout("fire drill")
                        .awaitConfirmation()
                        .check(regex("to (\\d+) users").saveAs("heard")),
                    pause(interval)))
        .exec(chat("leave").close());
  }
}
