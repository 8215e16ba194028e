package dev.hubbub.gatling.simulation;

import static dev.hubbub.gatling.ChatDsl.chat;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;

import dev.hubbub.gatling.Question;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Every word of the language once, against a real server. */
@Question("Does every word do what it says?")
@Defaults("namePrefix=words")
public final class WordsSimulation extends ServerSimulation {
  private static final int USERS = 20;

  private final List<Map<String, Object>> texts =
      Collections.nCopies(USERS, Map.of("text", "grüß dich"));

  /** Sets the load up; Gatling calls it once. */
  public WordsSimulation() {
    load(
            scenario("words")
                .exec(session -> session.set("name", "words" + session.userId()))
                .feed(texts.iterator())
                .exec(chat("join").register().check(substring("Welcome #{name}!")))
                .exec(
                    group("questions")
                        .on(
                            repeat(3)
                                .on(
                                    exec(
                                        chat("time")
                                            .endpoint("/time")
                                            .awaitReply()
                                            .check(
                                                jsonPath("$.from.name").is("SERVER"),
                                                regex("time: (\\S+)").saveAs("time"))),
                                    pause(Duration.ofMillis(20)))))
                .exec(
                    chat("direct")
                        .send("#{name}", "#{text} at #{time}")
                        .awaitDelivery()
                        .check(substring("grüß dich at "), jsonPath("$.to").isEL("#{name}")))
                .exec(chat("absent").send("nobody", "hello").awaitDelivery())
                .exec(chat("shout").shout("hear me").awaitConfirmation())
                .exec(chat("wrong").endpoint("/time").awaitReply().check(substring("midnight")))
                .exec(chat("leave").close())
                .injectOpen(rampUsers(USERS).during(2)),
            Duration.ofSeconds(30))
        .assertions(global().failedRequests().count().is(2L * USERS));
  }
}
