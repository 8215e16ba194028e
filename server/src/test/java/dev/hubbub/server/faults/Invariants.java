package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.TestClient;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What must hold after everything that can happen to a server: no name is held by a dead
 * connection, no message came twice, out of order or to the wrong user, and every message between
 * users who stayed was delivered or answered.
 */
final class Invariants {
  private static final String OBSERVER = "the observer";
  private static final String LIST = "Online users (";

  private Invariants() {}

  /**
   * Checks a server that runs.
   *
   * @param online the users whose connections are alive; they must have stayed all the time
   * @param gone names of users who were there and are no longer
   */
  static void assertHold(
      int port, Ledger ledger, Collection<ChatUser> online, Collection<String> gone) {
    List<String> names = online.stream().map(ChatUser::name).toList();
    try (TestClient observer = TestClient.connect(port).join(OBSERVER)) {
      await("only the living are listed")
          .atMost(TestClient.PATIENCE)
          .untilAsserted(
              () -> assertThat(listed(observer)).containsExactlyInAnyOrderElementsOf(names));
    }
    for (ChatUser from : online) {
      for (ChatUser to : online) {
        from.awaitSettled(to.name());
        ledger.assertComplete(from.name(), to.name());
      }
      // What was sent to those who left before is refused; nothing else is left to be answered.
      gone.forEach(name -> assertRefused(ledger, from, name));
    }
    ledger.assertNothingWrong();
    gone.forEach(name -> TestClient.connect(port).join(name).close());
  }

  private static void assertRefused(Ledger ledger, ChatUser from, String gone) {
    int before = ledger.refusals(from.name(), gone);
    from.say(gone, 1).awaitRouted();
    assertThat(ledger.refusals(from.name(), gone))
        .as("answer to %s, who writes to %s", from.name(), gone)
        .isEqualTo(before + 1);
  }

  /** Whom the server lists to this user. */
  static List<String> listed(TestClient observer) {
    String text = observer.say("/list", "").read().msg();
    return text.startsWith(LIST)
        ? Arrays.asList(text.substring(text.indexOf(": ") + 2).split(", "))
        : List.of();
  }
}
