package dev.hubbub.bots.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.RealServer;
import dev.hubbub.bots.workload.Abuse;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChaosTest {
  private static final int SEEDS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IMPATIENCE = Duration.ofMillis(1_500);
  private static final String OF_SERVER = "{\"from\":{\"name\":\"SERVER\"";

  /** A way to answer wrongly, by its name. */
  enum Wrong {
    MISSPELLED,
    UNWELCOME,
    LOSES_MESSAGES,
    DOUBLES_MESSAGES,
    LETS_SENDERS_LIE,
    CHANGES_TEXTS,
    SENDS_NO_JSON;

    List<String> answers(String line) {
      boolean ofServer = line.startsWith(OF_SERVER);
      return switch (this) {
        case MISSPELLED -> List.of(line.replace("Error", "Eror"));
        case UNWELCOME -> List.of(line.replace("Welcome", "Wellcome"));
        case LOSES_MESSAGES -> ofServer ? List.of(line) : List.of();
        case DOUBLES_MESSAGES -> ofServer ? List.of(line) : List.of(line, line);
        case LETS_SENDERS_LIE ->
            List.of(
                ofServer ? line : line.replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"nobody\""));
        case CHANGES_TEXTS -> List.of(line.replaceFirst("(.)\"}$", "$1 \"}"));
        case SENDS_NO_JSON -> List.of(line.substring(1));
      };
    }
  }

  private static RealServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RealServer.start(0, "--registration-timeout", "1s");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Abuse.class)
  void the_real_server_answers_every_misdeed_as_the_contract_says(Abuse abuse) throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      ChaosCount count = once(server.port(), PATIENCE, abuse, seed);

      assertThat(count.examples()).as("seed " + seed).isEmpty();
      // A busy machine may pause within a name.
      assertThat(count.asExpected() + count.unfinished()).as("seed " + seed).isOne();
    }
  }

  static Stream<Arguments> whatMustBeNoticed() {
    List<Arguments> all = new ArrayList<>();
    Set<Abuse> passMessages =
        EnumSet.complementOf(EnumSet.of(Abuse.STUBBORN, Abuse.HALF_OPEN, Abuse.NAME_RACE));
    Set<Abuse> getNoErrors = EnumSet.of(Abuse.HALF_CLOSE, Abuse.SLOW_READER, Abuse.RESETS);
    for (Abuse abuse : Abuse.values()) {
      if (!getNoErrors.contains(abuse)) {
        all.add(Arguments.of(abuse, Wrong.MISSPELLED));
      }
      if (passMessages.contains(abuse)) {
        all.add(Arguments.of(abuse, Wrong.LOSES_MESSAGES));
        all.add(Arguments.of(abuse, Wrong.DOUBLES_MESSAGES));
        all.add(Arguments.of(abuse, Wrong.LETS_SENDERS_LIE));
      }
      if (abuse != Abuse.HALF_OPEN) {
        all.add(Arguments.of(abuse, Wrong.UNWELCOME));
      }
      all.add(Arguments.of(abuse, Wrong.CHANGES_TEXTS));
      all.add(Arguments.of(abuse, Wrong.SENDS_NO_JSON));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("whatMustBeNoticed")
  void a_server_that_answers_wrongly_is_noticed(Abuse abuse, Wrong wrong) throws Exception {
    try (Meddler meddler = new Meddler(server.port(), wrong::answers)) {
      ChaosCount count = once(meddler.port(), IMPATIENCE, abuse, 1);

      assertThat(count.violations()).as(String.valueOf(count)).isOne();
      assertThat(count.examples().getFirst()).startsWith(abuse + ": ");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Abuse.class,
      names = {"OVERSIZE", "STUBBORN", "HALF_CLOSE", "HALF_OPEN", "NAME_RACE"})
  void the_meddler_itself_does_no_harm(Abuse abuse) throws Exception {
    try (Meddler meddler = new Meddler(server.port(), List::of)) {
      ChaosCount count = once(meddler.port(), PATIENCE, abuse, 1);

      assertThat(count.examples()).isEmpty();
      assertThat(count.asExpected()).isOne();
    }
  }

  @Test
  void a_server_that_is_not_there_is_no_server_that_answers_rightly() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ChaosCount count = once(port, IMPATIENCE, Abuse.GLUED, 1);

    assertThat(count.examples()).singleElement().asString().contains("Connection refused");
  }

  @Test
  void a_crew_goes_through_all_misdeeds_and_stops_when_told_to() throws Exception {
    ChaosTarget target = new ChaosTarget("127.0.0.1", server.port(), "crew", PATIENCE);
    Set<Abuse> quick = EnumSet.complementOf(EnumSet.of(Abuse.HALF_OPEN));
    ChaosCrew crew = ChaosCrew.start(target, quick.size(), quick, 5);
    // All do at least one thing. Half-open takes as long as the server waits for a name: it is cut
    // short.
    ChaosCrew patient =
        ChaosCrew.start(
            new ChaosTarget("127.0.0.1", server.port(), "patient", PATIENCE),
            1,
            EnumSet.of(Abuse.HALF_OPEN),
            5);
    List<ChaosCount> counts = crew.stop();
    List<ChaosCount> cut = patient.stop();

    assertThat(counts).extracting(ChaosCount::abuse).containsExactlyElementsOf(quick);
    assertThat(counts)
        .allSatisfy(count -> {
          assertThat(count.examples()).isEmpty();
          assertThat(count.done() + count.unfinished()).isPositive();
          assertThat(count.done()).isEqualTo(count.asExpected());
        });
    assertThat(cut.getFirst().violations()).isZero();
  }

  private static ChaosCount once(int port, Duration patience, Abuse abuse, long seed)
      throws InterruptedException {
    ChaosTarget target = new ChaosTarget("127.0.0.1", port, "chaos", patience);
    String names = "c" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "x";
    return ChaosCrew.once(new Scene(target, names, seed), abuse);
  }
}
