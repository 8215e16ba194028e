package dev.hubbub.bots;

import dev.hubbub.bots.remote.LineSocket;
import dev.hubbub.bots.remote.WorkerConnection;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.bots.worker.WorkerCommand;
import dev.hubbub.bots.worker.WorkerEvent;
import dev.hubbub.bots.worker.WorkerJson;
import java.io.IOException;
import java.time.Duration;

/** A worker on another host, which lives no longer than the connection to it. */
final class RemoteWorker implements WorkerLink {
  private static final Duration STOP_MAX = Duration.ofSeconds(6);

  private final int number;
  private final String name;
  private final Mailbox mailbox;
  private final LineSocket lines;
  private final Thread reader;

  private RemoteWorker(int number, String name, Mailbox mailbox, LineSocket lines) {
    this.number = number;
    this.name = name;
    this.mailbox = mailbox;
    this.lines = lines;
    this.reader = Thread.ofPlatform().daemon().name("worker-" + number).unstarted(this::readEvents);
  }

  /**
   * Borrows the worker of that number from its host.
   *
   * @throws IOException as {@link WorkerConnection#open} does
   */
  static RemoteWorker borrow(int number, WorkerHosts hosts, Mailbox mailbox) throws IOException {
    WorkerConnection connection = hosts.borrow(number);
    String name = hosts.of(number) + " (" + connection.host().name() + ")";
    RemoteWorker worker = new RemoteWorker(number, name, mailbox, connection.lines());
    worker.reader.start();
    return worker;
  }

  @Override
  public void send(WorkerCommand command) throws IOException {
    lines.write(WorkerJson.line(command));
  }

  @Override
  public void close() {
    try {
      send(new WorkerCommand.Stop());
      // The host closes the connection once the worker has ended.
      reader.join(STOP_MAX);
    } catch (IOException e) {
      // It is lost already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lines.close();
    }
  }

  private void readEvents() {
    try {
      for (String line = lines.read(); line != null; line = lines.read()) {
        mailbox.put(number, WorkerJson.event(line));
      }
      lost("it closed the connection");
    } catch (IOException | IllegalArgumentException e) {
      lost(String.valueOf(e.getMessage()));
    }
  }

  private void lost(String reason) {
    mailbox.put(number, new WorkerEvent.Lost(name + ": " + reason));
  }
}
