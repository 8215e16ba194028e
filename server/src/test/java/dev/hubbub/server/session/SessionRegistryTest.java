package dev.hubbub.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.Username;
import dev.hubbub.server.outbound.RecordingOutbound;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SessionRegistryTest {
  private static final int RACERS = 60;
  private static final List<String> SPELLINGS = List.of("Alice", "ALICE", "alice", "ａｌｉｃｅ");

  private final SessionRegistry registry = new SessionRegistry();

  @Test
  void a_claimed_name_is_taken_but_not_yet_visible() {
    assertThat(claim("alice")).isPresent();

    assertThat(claim("alice")).isEmpty();
    assertThat(registry.find("alice")).isNull();
    assertThat(registry.size()).isZero();
    assertThat(registry.inJoinOrder()).isEmpty();
  }

  @Test
  void a_user_who_has_joined_is_visible_under_exactly_its_name() {
    Session alice = join("Alice");

    assertThat(registry.find("Alice")).isSameAs(alice);
    assertThat(registry.find("alice")).isNull();
    assertThat(registry.size()).isEqualTo(1);
    assertThat(alice.sender()).isEqualTo(new Sender("Alice", "10.0.0.1"));
  }

  @Test
  void names_that_fold_to_the_same_are_taken_and_freed_together() {
    Session alice = join("Alice");
    SPELLINGS.forEach(name -> assertThat(claim(name)).isEmpty());

    registry.release(alice);

    assertThat(claim("ALICE")).isPresent();
  }

  @Test
  void a_release_frees_the_name_at_once_and_takes_the_user_off_the_lists() {
    Session alice = join("alice");

    registry.release(alice);

    assertThat(registry.find("alice")).isNull();
    assertThat(registry.size()).isZero();
    assertThat(registry.inJoinOrder()).isEmpty();
    assertThat(claim("alice")).isPresent();
  }

  @Test
  void a_release_before_the_join_frees_the_name() {
    Session alice = claim("alice").orElseThrow();

    registry.release(alice);

    assertThat(claim("alice")).isPresent();
    assertThat(registry.size()).isZero();
  }

  @Test
  void a_second_release_does_not_touch_who_has_the_name_now() {
    Session before = join("alice");
    registry.release(before);
    Session now = join("alice");

    registry.release(before);

    assertThat(registry.find("alice")).isSameAs(now);
    assertThat(registry.size()).isEqualTo(1);
    assertThat(claim("alice")).isEmpty();
  }

  @Test
  void users_are_listed_in_the_order_of_joining() {
    Session carol = join("carol");
    join("alice");
    join("bob");
    registry.release(carol);
    join("carol");

    assertThat(registry.inJoinOrder())
        .extracting(Session::name)
        .containsExactly("alice", "bob", "carol");
  }

  @Test
  void users_may_come_and_go_while_the_list_is_read() {
    Session alice = join("alice");
    join("bob");
    Iterator<Session> reading = registry.inJoinOrder().iterator();
    reading.next();

    registry.release(alice);
    join("carol");

    assertThat(reading.next().name()).isEqualTo("bob");
  }

  @RepeatedTest(8)
  void of_60_threads_racing_for_one_name_one_wins() throws Exception {
    List<Session> winners = race(_ -> "alice");

    assertThat(winners).hasSize(1);
  }

  @RepeatedTest(8)
  void of_60_threads_racing_for_names_that_fold_to_the_same_one_wins() throws Exception {
    List<Session> winners = race(i -> SPELLINGS.get(i % SPELLINGS.size()));

    assertThat(winners).hasSize(1);
  }

  @Test
  void of_60_threads_with_names_of_their_own_all_win() throws Exception {
    List<Session> winners = race(i -> "user" + i);

    assertThat(winners).hasSize(RACERS);
    assertThat(registry.size()).isEqualTo(RACERS);
    winners.forEach(registry::release);
    assertThat(registry.size()).isZero();
    assertThat(registry.inJoinOrder()).isEmpty();
  }

  private List<Session> race(IntFunction<String> names) throws Exception {
    CyclicBarrier start = new CyclicBarrier(RACERS);
    List<Callable<Optional<Session>>> racers = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      String name = names.apply(i);
      racers.add(() -> {
        start.await();
        Optional<Session> session = claim(name);
        session.ifPresent(registry::join);
        return session;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
      List<Session> winners = new ArrayList<>();
      for (Future<Optional<Session>> racer : threads.invokeAll(racers)) {
        racer.get().ifPresent(winners::add);
      }
      return winners;
    }
  }

  private Session join(String name) {
    Session session = claim(name).orElseThrow();
    registry.join(session);
    return session;
  }

  private Optional<Session> claim(String name) {
    try {
      return registry.claim(Username.of(name), "10.0.0.1", new RecordingOutbound());
    } catch (InvalidUsernameException e) {
      throw new AssertionError(e);
    }
  }
}
