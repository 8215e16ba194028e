package dev.hubbub.bots;

import dev.hubbub.bots.worker.WorkerCommand;
import dev.hubbub.bots.worker.WorkerEvent;
import dev.hubbub.bots.worker.WorkerJson;
import dev.hubbub.bots.worker.WorkerProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker in a child process, which lives no longer than this one: its input ends with it. */
final class WorkerProcess implements WorkerLink {
  private static final long STOP_SECONDS_MAX = 6;

  private final int number;
  private final Mailbox mailbox;
  private final Process process;
  private final OutputStream commands;

  private WorkerProcess(int number, Mailbox mailbox, Process process) {
    this.number = number;
    this.mailbox = mailbox;
    this.process = process;
    this.commands = process.getOutputStream();
  }

  /**
   * Starts a worker, on these processors only unless the list is empty.
   *
   * @throws IOException if the process can't be started
   */
  static WorkerProcess start(int number, List<Integer> cpus, Mailbox mailbox) throws IOException {
    Process process = new ProcessBuilder(WorkerProgram.command(cpus)).start();
    WorkerProcess worker = new WorkerProcess(number, mailbox, process);
    Thread.ofPlatform().daemon().name("worker-" + number).start(worker::readEvents);
    Thread.ofPlatform().daemon().name("worker-" + number + "-stderr").start(worker::passOnErrors);
    return worker;
  }

  @Override
  public void send(WorkerCommand command) throws IOException {
    byte[] line = (WorkerJson.line(command) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (commands) {
      commands.write(line);
      commands.flush();
    }
  }

  @Override
  public void close() {
    try {
      send(new WorkerCommand.Stop());
      commands.close();
    } catch (IOException e) {
      // It has ended already.
    }
    try {
      if (process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private void readEvents() {
    try (BufferedReader events = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        mailbox.put(number, WorkerJson.event(line));
      }
      mailbox.put(
          number,
          new WorkerEvent.Lost(
              "the process " + process.pid() + " ended with status " + process.waitFor()));
    } catch (IOException | IllegalArgumentException e) {
      mailbox.put(number, new WorkerEvent.Lost(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void passOnErrors() {
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        System.err.println("[worker " + number + "] " + line);
      }
    } catch (IOException e) {
      // The process has ended.
    }
  }
}
