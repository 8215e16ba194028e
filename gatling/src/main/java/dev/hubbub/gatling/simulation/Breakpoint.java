package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.incrementConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** Stairs of users at once, each higher than the one before; the report shows where it breaks. */
@Question("At how many users at once do requests begin to fail or to take too long?")
public final class Breakpoint extends Simulation {
  private static final Duration ENDING = Duration.ofSeconds(30);

  private final int levels = Parameters.number("levels", 5, 1, 1_000);
  private final int usersPerLevel = Parameters.number("usersPerLevel", 100, 1, 100_000);
  private final Duration level =
      Duration.ofSeconds(Parameters.number("levelSeconds", 5, 1, 86_400));
  private final Duration interval =
      Duration.ofMillis(Parameters.number("intervalMs", 500, 1, 600_000));
  private final int messages = Parameters.number("messages", 5, 1, 100_000);
  private final int echoMsP99Max = Parameters.number("echoMsP99Max", 50, 1, 60_000);
  private final OnlineNames names = new OnlineNames(Parameters.text("namePrefix", "stair"));

  private final TargetServer server = new TargetServer();

  /** Sets the load up; Gatling calls it once. */
  public Breakpoint() {
    Duration visits = interval.multipliedBy(messages);
    setUp(
            scenario("visitor")
                .exec(names::name)
                .exec(exitBlockOnFail().on(visit()))
                .injectClosed(
                    incrementConcurrentUsers(usersPerLevel)
                        .times(levels)
                        .eachLevelLasting(level)
                        .startingFrom(usersPerLevel)))
        .protocols(server.protocol())
        .assertions(
            global().failedRequests().percent().lte(0.1),
            details("leave").successfulRequests().count().gte((long) usersPerLevel),
            details("echo").responseTime().percentile(99.0).lte(echoMsP99Max))
        .maxDuration(level.multipliedBy(levels).plus(visits).plus(ENDING));
  }

  @Override
  public void before() {
    server.start();
  }

  @Override
  public void after() {
    server.stop();
  }

  private ChainBuilder visit() {
    return exec(chat("join").register())
        .exec(
            repeat(messages)
                .on(chat("echo").send("#{name}", "hello").awaitDelivery(), pause(interval)))
        .exec(chat("leave").close());
  }
}
