package dev.hubbub.gatling.engine;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.ChatStep;
import dev.hubbub.protocol.ServerTexts;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** Users of servers that do wrong, each kind at the port that the property of its name tells. */
public final class FaultySimulation extends Simulation {
  private static final int USERS_EACH = 3;
  private static final Duration SHORT = Duration.ofMillis(500);

  /** Sets the load up; Gatling calls it once. */
  public FaultySimulation() {
    setUp(
            users("absent", onlyJoin(chat("join absent").register())),
            users("closing", onlyJoin(chat("join closing").register())),
            users("resetting", onlyJoin(chat("join resetting").register())),
            users("babbling", onlyJoin(chat("join babbling").register())),
            users("refusing", onlyJoin(chat("join refusing").register())),
            users("stalling", onlyJoin(chat("join stalling").register().timeout(SHORT))),
            users("late", askAndLeave()),
            users("leaving", talkToOneWhoLeaves()),
            users("dropping", askAndRejoin()))
        .maxDuration(Duration.ofSeconds(30));
  }

  private static ChainBuilder onlyJoin(ChatStep join) {
    return exec(exitBlockOnFail().on(join, chat("never").endpoint("/time").awaitReply()));
  }

  // The reply to the first request comes with the second's, when its own step has timed out.
  private static ChainBuilder askAndLeave() {
    return exec(
        chat("join late").register(),
        chat("mistaken").endpoint("#{missing}").awaitReply(),
        chat("first").endpoint("/first").awaitReply().timeout(SHORT),
        chat("second").endpoint("/second").awaitReply("second"),
        chat("third").endpoint("/third").awaitReply(),
        chat("fourth").endpoint("/fourth").awaitReply("something else"),
        chat("leave").close());
  }

  private static ChainBuilder talkToOneWhoLeaves() {
    return exec(
        chat("join leaving").register(),
        chat("arrived").send("peer", "hello").awaitDelivery(),
        chat("absent").send("peer", "hello").awaitReply(ServerTexts.notAvailable("peer")),
        chat("lost").send("peer", "hello").awaitDelivery().timeout(SHORT),
        chat("lost too").send("other", "hello").awaitDelivery().timeout(SHORT),
        chat("after two").endpoint("/answer").awaitReply("answer"));
  }

  // The connection is lost while its user pauses: the next step tells, and the user may come back.
  private static ChainBuilder askAndRejoin() {
    return exec(
        chat("join dropping").register(),
        pause(SHORT),
        chat("too late").endpoint("/time").awaitReply(),
        chat("rejoin").register());
  }

  private static PopulationBuilder users(String fault, ChainBuilder visit) {
    return scenario(fault)
        .exec(session -> session.set("name", fault + session.userId()))
        .exec(visit)
        .injectOpen(atOnceUsers(USERS_EACH))
        .protocols(chat.port(Integer.getInteger(fault)));
  }
}
