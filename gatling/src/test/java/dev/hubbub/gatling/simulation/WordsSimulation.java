package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.hubbub.gatling.Question;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** Every word of the language once, against a real server. */
@Question("Does every word do what it says?")
public final class WordsSimulation extends Simulation {
  private static final int USERS = 20;

  private final TargetServer server = new TargetServer();

  /** Sets the load up; Gatling calls it once. */
  public WordsSimulation() {
    setUp(
            scenario("words")
                .exec(session -> session.set("name", "words" + session.userId()))
                .exec(chat("join").register())
                .exec(
                    group("questions")
                        .on(
                            repeat(10)
                                .on(
                                    exec(chat("time").endpoint("/time").awaitReply()),
                                    pause(Duration.ofMillis(20)))))
                .exec(chat("mistake").endpoint("/nothing").awaitReply())
                .exec(chat("leave").close())
                .injectOpen(rampUsers(USERS).during(2)))
        .protocols(chat.at(server::address))
        .assertions(global().failedRequests().count().is((long) USERS))
        .maxDuration(Duration.ofSeconds(30));
  }

  @Override
  public void before() {
    server.start();
  }

  @Override
  public void after() {
    server.stop();
  }
}
