package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.ServerFixture;
import dev.hubbub.server.testing.TestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users behind a proxy that does harm, and users without one, who must not notice. */
class ProxyFaultsTest {
  private static final long SEED = 20_261_124;
  private static final int ROUNDS_MAX = 10_000;
  private static final int LONG_BYTES = 4_096;

  @RegisterExtension final ServerFixture server = ServerFixture.with("--stall-timeout", "500ms");

  private final Ledger ledger = new Ledger();
  private final List<ChatUser> users = new ArrayList<>();

  @AfterEach
  void leave() {
    users.forEach(ChatUser::close);
  }

  static Stream<Fault> harmless() {
    return Stream.of(new Fault.Slice(), new Fault.Delay(Duration.ofMillis(40)));
  }

  static Stream<Fault> endings() {
    return Stream.of(new Fault.Cut(700, 6_000), new Fault.Reset(700, 6_000));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void bytes_one_by_one_or_late_change_nothing(Fault fault) {
    try (FaultProxy proxy = new FaultProxy(server.port(), fault, SEED)) {
      join(proxy.port(), "Zoë", "日本", "😀");
      join(server.port(), "a", "b");

      for (ChatUser from : users) {
        users.forEach(to -> from.say(to.name(), 10));
      }

      Invariants.assertHold(server.port(), ledger, users, List.of());
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void a_connection_that_ends_inside_a_message_takes_nothing_with_it(Fault fault) {
    try (FaultProxy proxy = new FaultProxy(server.port(), fault, SEED)) {
      List<ChatUser> victims = join(proxy.port(), names("victim", 6));
      List<ChatUser> others = join(server.port(), "a", "b", "c");

      for (int round = 0; victims.stream().anyMatch(ChatUser::isReading); round++) {
        assertThat(round).as("rounds").isLessThan(ROUNDS_MAX);
        for (ChatUser victim : victims) {
          if (victim.isReading()) {
            victim.tryToSay("a", 1);
            others.forEach(other -> other.say(victim.name(), 1));
          }
        }
        others.getFirst().say("b", 1).awaitRouted();
      }

      Invariants.assertHold(server.port(), ledger, others, namesOf(victims));
    }
  }

  @Test
  void a_stalled_connection_is_freed_and_those_who_write_to_it_are_told() {
    try (FaultProxy proxy = new FaultProxy(server.port(), new Fault.Stall(700, 6_000), SEED)) {
      List<ChatUser> victims = join(proxy.port(), names("victim", 3));
      List<ChatUser> others = join(server.port(), "a", "b");
      ChatUser sender = others.getFirst();

      for (ChatUser victim : victims) {
        for (int round = 0; ledger.refusals(sender.name(), victim.name()) == 0; round++) {
          assertThat(round).as("rounds").isLessThan(ROUNDS_MAX);
          sender.say(victim.name(), 16, LONG_BYTES).say("b", 1).awaitRouted();
        }
      }

      Invariants.assertHold(server.port(), ledger, others, namesOf(victims));
    }
  }

  @ParameterizedTest
  @MethodSource("earlyEndings")
  void a_name_that_never_comes_whole_holds_nothing(Fault fault) {
    try (FaultProxy proxy = new FaultProxy(server.port(), fault, SEED)) {
      ChatUser stayer = join(server.port(), "a").getFirst();

      for (int i = 0; i < 50; i++) {
        try (TestClient client = TestClient.connect(proxy.port())) {
          client.send("cut short\n").readUntilGone();
        }
      }

      Invariants.assertHold(server.port(), ledger, List.of(stayer), List.of("cut short"));
    }
  }

  static Stream<Fault> earlyEndings() {
    return Stream.of(new Fault.Cut(1, 10), new Fault.Reset(1, 10));
  }

  private List<ChatUser> join(int port, String... names) {
    List<ChatUser> joined =
        Stream.of(names).map(name -> ChatUser.join(port, name, ledger)).toList();
    users.addAll(joined);
    return joined;
  }

  private static String[] names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
  }

  private static List<String> namesOf(List<ChatUser> users) {
    return users.stream().map(ChatUser::name).toList();
  }
}
