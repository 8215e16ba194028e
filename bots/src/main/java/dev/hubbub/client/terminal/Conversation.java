package dev.hubbub.client.terminal;

import dev.hubbub.client.ChatClient;
import dev.hubbub.client.text.Columns;
import dev.hubbub.client.text.Transcript;
import dev.hubbub.protocol.ServerTexts;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** A conversation in a terminal, from the first question to the end. For the main thread. */
final class Conversation implements AutoCloseable {
  private static final long LIST_MS_MAX = 2_000;
  private static final String SHOUT = "/shout";
  private static final String HELP = "/help";
  private static final String HELP_HERE =
      """
      In this program:
      To: takes a receiver and Msg: the text; @name text is both in one line.
      /help, /list and /time, and /shout with a text, work at To:. Tab completes there.
      Up and down bring back what was written, an empty Msg: goes back to To:.
      /name NAME takes another name when yours is in use.
      Ctrl-D, Ctrl-C or /quit leaves.\
      """;

  private final TerminalSettings settings;
  private final KnownUsers users = new KnownUsers();
  private final Prompt prompt;
  private final Display display;
  private String lastReceiver;
  private volatile @Nullable Link link;

  Conversation(Terminal terminal, TerminalSettings settings) {
    this.settings = settings;
    this.lastReceiver = settings.to();
    boolean styled = Styles.wanted(terminal, settings.environment());
    this.prompt = new Prompt(terminal, new Receivers(this::usersOnLine), styled);
    this.display =
        new Display(
            new Screen(prompt.reader(), styled),
            new Transcript(new Columns(terminal), styled),
            this::self,
            settings.bell(),
            users,
            Clock.system(ZoneId.systemDefault()));
  }

  /** Asks, connects, and chats until the user leaves. */
  void run() throws IOException, InterruptedException {
    Questions questions = new Questions(prompt, display);
    Optional<String> host = Optional.ofNullable(settings.host()).or(questions::host);
    Optional<Integer> port =
        host.flatMap(_ -> Optional.ofNullable(settings.port()).or(questions::port));
    if (host.isEmpty() || port.isEmpty()) {
      return;
    }
    Function<String, CompletableFuture<ChatClient>> connector =
        name -> settings.connector().connect(host.get(), port.get(), name);
    Optional<ChatClient> first = questions.join(settings.name(), connector);
    if (first.isPresent()) {
      try (Link open = new Link(first.get(), connector, display, RandomGenerator.getDefault())) {
        link = open;
        open.attach(first.get());
        display.notice("Tab completes, @name text is the quick way, Ctrl-D leaves.", false);
        while (readEntry(open)) {
          // On to the next.
        }
      }
    }
  }

  @Override
  public void close() {
    display.close();
  }

  // Returns whether to go on.
  private boolean readEntry(Link open) {
    Optional<String> line = prompt.receiver(lastReceiver);
    if (line.isEmpty()) {
      return false;
    }
    switch (EntryParser.parse(line.get(), users.names())) {
      case Entry.Nothing _ -> {
        // Asks again.
      }
      case Entry.Quit _ -> {
        return false;
      }
      case Entry.Rename(String name) -> open.rename(name);
      case Entry.Direct(String to, String text) -> send(open, to, text);
      case Entry.Receiver(String to) -> {
        return readText(open, to);
      }
      case Entry.Command(String endpoint, String text)
          when endpoint.equals(SHOUT) && text.isEmpty() -> {
        return readText(open, endpoint);
      }
      case Entry.Command(String endpoint, String text) -> ask(open, endpoint, text);
    }
    return true;
  }

  private boolean readText(Link open, String to) {
    Optional<String> text = prompt.message(to);
    if (text.isEmpty()) {
      return false;
    }
    if (!text.get().isBlank()) {
      if (to.startsWith("/")) {
        ask(open, to, text.get());
      } else {
        send(open, to, text.get());
      }
      lastReceiver = to;
    }
    return true;
  }

  private void send(Link open, String to, String text) {
    lastReceiver = to;
    display.sent(to, text);
    open.send(to, text);
  }

  private void ask(Link open, String endpoint, String text) {
    if (endpoint.equals(SHOUT)) {
      display.sent(ServerTexts.EVERYONE, text);
    }
    ChatClient client = open.client();
    if (client == null) {
      display.notice("Not connected: " + endpoint + " was not sent. Up brings it back.", true);
      return;
    }
    client
        .endpoint(endpoint, text)
        .whenComplete((reply, failure) -> {
          if (failure != null) {
            display.notice(endpoint + ": " + failure.getMessage(), true);
            return;
          }
          display.received(reply);
          if (endpoint.equals(HELP)) {
            display.notice(HELP_HERE, false);
          }
        });
  }

  private String self() {
    Link open = link;
    return open == null ? "" : open.name();
  }

  // Asks the server while the user waits; the ones known from before if that takes too long.
  private List<String> usersOnLine() {
    Link open = link;
    ChatClient client = open == null ? null : open.client();
    if (client != null) {
      try {
        users.listed(client.endpoint("/list").get(LIST_MS_MAX, TimeUnit.MILLISECONDS).msg());
      } catch (ExecutionException | TimeoutException e) {
        // The ones known from before.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return users.names();
  }
}
