package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WelcomeTest {
  private static final Pattern TAIL =
      Pattern.compile("Online users: (.*) … and (\\d+) more: send to /list for all$");

  @Test
  void the_first_user_is_told_so() {
    assertThat(welcome("alice", List.of()))
        .isEqualTo(
            new Message(
                Sender.SERVER,
                "alice",
                """
                Welcome alice! Connection established.
                Send message to /help for a list of available commands!
                You are the first connected user.\
                """));
  }

  @Test
  void all_others_are_named_when_they_fit() {
    assertThat(welcome("alice", List.of("bob", "carol, the second", "d")).msg())
        .endsWith("\nOnline users: bob, carol, the second, d");
  }

  @Test
  void the_first_others_are_named_when_they_do_not_all_fit() {
    List<String> others = IntStream.range(0, 500).mapToObj(i -> "user" + i).toList();

    Matcher tail = TAIL.matcher(welcome("alice", others).msg());

    assertThat(tail.find()).isTrue();
    List<String> named = List.of(tail.group(1).split(", "));
    assertThat(others).startsWith(named.toArray(String[]::new));
    assertThat(named.size() + Integer.parseInt(tail.group(2))).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, 10000",
    "😀, 😀, 10000",
    "\", \", 10000",
    "\\, \\, 3000",
    "字, 😀, 10",
    "😀, a, 10000",
    "a, 😀, 1000000",
    "\uFFFF, \uFFFF, 7"
  })
  void a_welcome_is_never_over_1000_bytes(String mine, String theirs, int count) {
    for (int length = 1; length <= 64; length++) {
      List<String> others = Collections.nCopies(count, theirs.repeat(length));

      Message welcome = welcome(mine.repeat(length), others);

      assertThat(MessageEncoder.encodedBytes(welcome)).isLessThanOrEqualTo(1_000);
      assertThat(welcome.msg()).contains("Online users: " + theirs.repeat(length));
    }
  }

  @Test
  void a_list_that_fits_exactly_is_named_whole_and_one_byte_more_is_not() {
    List<String> few = List.of("bob", "x");
    int room = 1_000 - MessageEncoder.encodedBytes(welcome("alice", few)) + 1;

    Message exact = welcome("alice", List.of("bob", "x".repeat(room)));
    Message over = welcome("alice", List.of("bob", "x".repeat(room + 1)));

    assertThat(MessageEncoder.encodedBytes(exact)).isEqualTo(1_000);
    assertThat(exact.msg()).endsWith(", " + "x".repeat(room));
    assertThat(over.msg()).endsWith("Online users: bob … and 1 more: send to /list for all");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 1_000, 10_000, 1_000_000})
  void the_others_are_read_only_as_far_as_they_are_named(int count) {
    AtomicInteger read = new AtomicInteger();
    Iterator<String> names =
        IntStream.range(0, count).mapToObj(_ -> "name" + read.incrementAndGet()).iterator();

    Message welcome = Welcome.to("alice", names, count);

    assertThat(welcome.msg()).endsWith("more: send to /list for all");
    assertThat(read.get()).isLessThan(130);
  }

  @Test
  void a_count_that_is_behind_the_names_makes_no_nonsense() {
    Iterator<String> names = Collections.nCopies(500, "somebody").iterator();

    assertThat(Welcome.to("alice", names, 3).msg())
        .endsWith(" … and 1 more: send to /list for all");
    assertThat(Welcome.to("alice", Collections.emptyIterator(), 3).msg())
        .endsWith("You are the first connected user.");
  }

  private static Message welcome(String name, List<String> others) {
    return Welcome.to(name, others.iterator(), others.size());
  }
}
