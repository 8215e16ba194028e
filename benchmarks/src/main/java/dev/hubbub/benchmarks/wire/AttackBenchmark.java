package dev.hubbub.benchmarks.wire;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long a pair of users waits for a message and its answer while others attack the server. To be
 * sampled ({@code -bm sample}): what counts is the ratio of the p99 to that without an attack. The
 * attack runs in a process of its own when the processor is idle, since one from another machine
 * would not take the pair's.
 */
@State(Scope.Benchmark)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class AttackBenchmark {
  private static final String ELSEWHERE = "_elsewhere";

  /**
   * What the others do, one of the kinds of {@link Attack}. Elsewhere: to another server, which has
   * the processor only when it is idle; this tells what the machine itself adds.
   */
  @Param({"none", "slow_receivers_elsewhere", "slow_receivers", "shouts", "lists", "registrations"})
  public String attack;

  private ServerUnderTest server;
  private ServerUnderTest attacked;
  private Process attacker;
  private ChatSocket alice;
  private ChatSocket bob;

  /** Starts the server, the pair, and the attack. */
  @Setup(Level.Trial)
  public void start() throws IOException {
    server = ServerUnderTest.start();
    alice = new ChatSocket(server.port(), "alice");
    bob = new ChatSocket(server.port(), "bob");
    boolean isElsewhere = attack.endsWith(ELSEWHERE);
    attacked = isElsewhere ? ServerUnderTest.startIdle() : server;
    attacker = AttackMain.startProcess(attack.replace(ELSEWHERE, ""), attacked.port());
  }

  /** Ends them. */
  @TearDown(Level.Trial)
  public void stop() throws IOException {
    attacker.destroyForcibly();
    alice.close();
    bob.close();
    attacked.close();
    server.close();
  }

  /** A direct message and the answer to it. */
  @Benchmark
  public int roundTrip() throws IOException {
    alice.say("bob", "ping");
    int there = bob.awaitFrom("alice");
    bob.say("alice", "pong");
    return there + alice.awaitFrom("bob");
  }
}
