package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** Users who leave and come back under the same name, without a pause. */
@Question("Is a name free again at once when everybody leaves and comes back?")
@Defaults({"users=100", "rounds=10", "roundMsMax=5000", "joinMsP99Max=500", "namePrefix=returner"})
public final class ReconnectStorm extends ServerSimulation {
  private static final Duration ENDING = Duration.ofSeconds(30);

  private final int users = parameters.number("users", 1, 100_000);
  private final int rounds = parameters.number("rounds", 1, 100_000);
  private final Duration roundMax = Duration.ofMillis(parameters.number("roundMsMax", 1, 600_000));
  private final int joinMsP99Max = parameters.number("joinMsP99Max", 1, 60_000);
  private final OnlineNames names = new OnlineNames(parameters.text("namePrefix"));

  /** Sets the load up; Gatling calls it once. */
  public ReconnectStorm() {
    load(
            scenario("returner")
                .exec(names::name)
                .exec(exitBlockOnFail().on(repeat(rounds).on(visit())))
                .injectOpen(atOnceUsers(users)),
            roundMax.multipliedBy(rounds).plus(ENDING))
        .assertions(
            global().failedRequests().count().is(0L),
            details("leave").successfulRequests().count().is((long) users * rounds),
            details("join").responseTime().percentile(99.0).lte(joinMsP99Max));
  }

  private static ChainBuilder visit() {
    return exec(
        chat("join").register(),
        chat("echo").send("#{name}", "still here").awaitDelivery(),
        chat("leave").close());
  }
}
