package dev.hubbub.client.terminal;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is known to be there: who was listed, and who has spoken since. Thread-safe. */
final class KnownUsers {
  private static final int USERS_MAX = 100_000;
  private static final Pattern LIST =
      Pattern.compile("Online users \\(\\d+\\): (.*)", Pattern.DOTALL);

  private final SequencedSet<String> names = new LinkedHashSet<>();

  /** Takes note of a sender. */
  synchronized void heard(Message message) {
    if (!message.from().equals(Sender.SERVER) && names.size() < USERS_MAX) {
      names.add(message.from().name());
    }
  }

  /** Takes over the answer to {@code /list}. */
  synchronized void listed(String answer) {
    names.clear();
    Matcher list = LIST.matcher(answer);
    if (list.matches()) {
      Arrays.stream(list.group(1).split(", ", -1)).limit(USERS_MAX).forEach(names::add);
    }
  }

  /** All of them. */
  synchronized List<String> names() {
    return List.copyOf(names);
  }
}
