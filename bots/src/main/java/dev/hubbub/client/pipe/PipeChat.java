package dev.hubbub.client.pipe;

import dev.hubbub.client.ChatClient;
import dev.hubbub.client.RefusedException;
import dev.hubbub.client.text.Addressed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends each line and prints what comes, until the end of the input or of the connection. */
public final class PipeChat {
  // So much is under way; a longer input waits, wherever it comes from.
  private static final int LINES_UNDER_WAY_MAX = 32;

  private final ChatClient client;
  private final PipeSettings settings;
  private final Output output;
  private final Semaphore underWay = new Semaphore(LINES_UNDER_WAY_MAX);
  private final AtomicLong refused = new AtomicLong();
  // Why it can't be known what became of a line.
  private final CompletableFuture<@Nullable Throwable> broken = new CompletableFuture<>();

  /** A chat over a connection, which the caller closes. */
  public PipeChat(ChatClient client, PipeSettings settings) {
    this.client = client;
    this.settings = settings;
    this.output = new Output(settings.out(), settings.json());
  }

  /**
   * Runs to the end.
   *
   * @return how many lines were refused
   * @throws IOException if the connection or the input broke, so that nobody knows of the last
   *     lines
   */
  public long run() throws IOException {
    if (settings.json()) {
      output.print(client.welcome());
    }
    client.listen(output::received);
    CompletableFuture<Void> lines = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("hubbub-lines").start(() -> sendLines(lines));
    CompletableFuture<Void> input =
        settings.stay() ? lines.thenCompose(_ -> client.closed()) : lines;
    try {
      CompletableFuture.anyOf(input, client.closed(), output.closed()).join();
    } catch (CompletionException e) {
      broken.complete(e.getCause());
    }
    Throwable unknown = broken.getNow(null);
    if (unknown != null) {
      throw unknown instanceof IOException io ? io : new IOException(unknown.getMessage(), unknown);
    }
    return refused.get();
  }

  private void sendLines(CompletableFuture<Void> done) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(settings.in(), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        underWay.acquire();
        send(line, number).whenComplete((_, _) -> underWay.release());
      }
      underWay.acquire(LINES_UNDER_WAY_MAX);
      done.complete(null);
    } catch (IOException | InterruptedException e) {
      done.completeExceptionally(e);
    }
  }

  private CompletableFuture<?> send(String line, long number) {
    Optional<Addressed> message =
        settings.to().isEmpty()
            ? addressed(line.strip())
            : Optional.of(new Addressed(settings.to(), line));
    if (message.isEmpty()) {
      refuse(number, "names no receiver: begin it with @name or /command, or use '--to'");
      return CompletableFuture.completedFuture(null);
    }
    String to = message.get().to();
    String text = message.get().text();
    CompletableFuture<?> outcome =
        to.startsWith("/")
            ? client.endpoint(to, text).thenAccept(output::print)
            : client.send(to, text);
    return outcome.whenComplete((_, failure) -> judge(failure, number));
  }

  private static Optional<Addressed> addressed(String line) {
    boolean toUser = line.startsWith("@") && line.length() > 1;
    return toUser || line.startsWith("/")
        ? Optional.of(Addressed.parse(toUser ? line.substring(1) : line, List.of()))
        : Optional.empty();
  }

  private void judge(@Nullable Throwable failure, long number) {
    switch (failure instanceof CompletionException ? failure.getCause() : failure) {
      case null -> {
        // Accepted.
      }
      case RefusedException no -> refuse(number, "was refused: " + no.reply());
      case IllegalArgumentException no -> refuse(number, "was not sent: " + no.getMessage());
      case Throwable unknown -> broken.complete(unknown);
    }
  }

  private void refuse(long number, String problem) {
    refused.incrementAndGet();
    settings.err().println("hubbub chat: line " + number + " " + problem);
    settings.err().flush();
  }
}
