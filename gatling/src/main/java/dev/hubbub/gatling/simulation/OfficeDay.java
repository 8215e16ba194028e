package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** Users who come in, talk to each other, ask the time now and then, and leave. */
@Question("Do messages arrive at once and without loss while an office talks steadily?")
@Defaults({
  "users=100",
  "rampSeconds=5",
  "staySeconds=20",
  "intervalMs=2000",
  "deliveryMsP99Max=50",
  "namePrefix=office"
})
public final class OfficeDay extends ServerSimulation {
  private static final Duration ENDING = Duration.ofSeconds(30);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final int users = parameters.number("users", 1, 100_000);
  private final Duration arrivals = Duration.ofSeconds(parameters.number("rampSeconds", 1, 86_400));
  private final Duration stay = Duration.ofSeconds(parameters.number("staySeconds", 1, 86_400));
  private final Duration interval = Duration.ofMillis(parameters.number("intervalMs", 1, 600_000));
  private final int deliveryMsP99Max = parameters.number("deliveryMsP99Max", 1, 60_000);
  private final OnlineNames names = new OnlineNames(parameters.text("namePrefix"));

  /** Sets the load up; Gatling calls it once. */
  public OfficeDay() {
    load(
            scenario("office worker")
                .exec(names::name)
                .exec(exitBlockOnFail().on(day()))
                .injectOpen(rampUsers(users).during(arrivals)),
            arrivals.plus(stay).plus(interval).plus(ENDING))
        .assertions(
            global().failedRequests().count().is(0L),
            details("leave").successfulRequests().count().is((long) users),
            details("talk", "direct").responseTime().percentile(99.0).lte(deliveryMsP99Max));
  }

  private ChainBuilder day() {
    return exec(chat("join").register())
        .exec(names::enter)
        .exec(
            during(stay)
                .on(
                    group("talk")
                        .on(
                            exec(names::choosePeer)
                                .exec(chat("direct").send("#{peer}", "hello").awaitDelivery())),
                    pause(interval)))
        .exec(
            chat("time")
                .endpoint("/time")
                .awaitReply()
                .check(regex("Server time: (\\d+:\\d+:\\d+)").saveAs("time")))
        .exec(names::leave)
        // What others began to say arrives.
        .exec(pause(LAST_WORDS))
        .exec(chat("leave").close());
  }
}
