package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.incrementConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stairs of users at once, each higher than the one before; the report shows where it breaks. */
@Question("At how many users at once do requests begin to fail or to take too long?")
@Defaults({
  "levels=5",
  "usersPerLevel=100",
  "levelSeconds=5",
  "intervalMs=500",
  "messages=5",
  "echoMsP99Max=50",
  "namePrefix=stair"
})
public final class Breakpoint extends ServerSimulation {
  private static final Duration ENDING = Duration.ofSeconds(30);
  private static final double FAILED_PERCENT_MAX = 0.1;
  private static final String JOIN = "join";
  private static final String ECHO = "echo";
  private static final String LEAVE = "leave";

  private final int levels = parameters.number("levels", 1, 1_000);
  private final int usersPerLevel = parameters.number("usersPerLevel", 1, 100_000);
  private final Duration level = Duration.ofSeconds(parameters.number("levelSeconds", 1, 86_400));
  private final Duration interval = Duration.ofMillis(parameters.number("intervalMs", 1, 600_000));
  private final int messages = parameters.number("messages", 1, 100_000);
  private final int echoMsP99Max = parameters.number("echoMsP99Max", 1, 60_000);
  private final OnlineNames names = new OnlineNames(parameters.text("namePrefix"));

  private final Stairs stairs = new Stairs(usersPerLevel);

  /** Sets the load up; Gatling calls it once. */
  public Breakpoint() {
    Duration visits = interval.multipliedBy(messages);
    load(
            scenario("visitor")
                .exec(names::name)
                .exec(stairs::enter)
                .exec(exitBlockOnFail().on(visit()))
                .exec(stairs::leave)
                .injectClosed(
                    incrementConcurrentUsers(usersPerLevel)
                        .times(levels)
                        .eachLevelLasting(level)
                        .startingFrom(usersPerLevel)),
            level.multipliedBy(levels).plus(visits).plus(ENDING))
        .assertions(assertions());
  }

  // Level by level: the first that doesn't hold is where the server gives way.
  private List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    for (int users : stairs.levels(levels)) {
      for (String step : List.of(JOIN, ECHO)) {
        all.add(details(Stairs.at(users, step)).failedRequests().percent().lte(FAILED_PERCENT_MAX));
      }
      all.add(details(Stairs.at(users, ECHO)).responseTime().percentile(99.0).lte(echoMsP99Max));
    }
    all.add(details(LEAVE).failedRequests().count().is(0L));
    // How many visits there are depends on the server; those on the top stair all have to end.
    all.add(details(LEAVE).successfulRequests().count().gte((long) usersPerLevel * levels));
    return all;
  }

  private ChainBuilder visit() {
    return exec(chat(Stairs.atLevel(JOIN)).register())
        .exec(
            repeat(messages)
                .on(
                    exec(stairs::look)
                        .exec(chat(Stairs.atLevel(ECHO)).send("#{name}", "hello").awaitDelivery())
                        .exec(pause(interval))))
        .exec(chat(LEAVE).close());
  }
}
