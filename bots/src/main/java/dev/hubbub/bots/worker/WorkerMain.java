package dev.hubbub.bots.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The program of a worker process. Reads commands from standard input and writes events to standard
 * output; everything else goes to standard error. Ends when it is told to, and at once when its
 * input ends, for then nobody is left to tell.
 */
public final class WorkerMain {
  private static final long OUTLIVE_SECONDS_MAX = 15;

  private WorkerMain() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    PrintStream events = System.out;
    // Whatever a library prints must not get between the events.
    System.setOut(System.err);
    CountDownLatch told = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> outlive(told), "outlive"));
    try {
      boolean stopped = work(events);
      told.countDown();
      if (stopped) {
        System.exit(0);
      }
      Runtime.getRuntime().halt(0);
    } finally {
      told.countDown();
    }
  }

  // Returns whether it was told to stop; else its input has ended.
  private static boolean work(PrintStream events) throws IOException {
    Worker worker = new Worker(event -> write(events, event));
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      if (!worker.handle(WorkerJson.command(line))) {
        return true;
      }
    }
    return false;
  }

  // Ctrl-C at the terminal reaches every process of the run. The one that started this one decides
  // when it ends: it still wants to know what was measured.
  private static void outlive(CountDownLatch told) {
    try {
      told.await(OUTLIVE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(PrintStream events, WorkerEvent event) {
    byte[] line = (WorkerJson.line(event) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (events) {
      events.write(line, 0, line.length);
      events.flush();
    }
  }
}
