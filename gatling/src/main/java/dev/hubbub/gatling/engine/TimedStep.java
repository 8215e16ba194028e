package dev.hubbub.gatling.engine;

import dev.hubbub.gatling.times.StepKey;
import dev.hubbub.protocol.Message;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.commons.validation.Failure;
import io.gatling.core.action.Action;
import io.gatling.core.check.Check;
import io.gatling.core.check.Check$;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.List;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One step of one virtual user, from its begin to its only end.
 *
 * <p>Success, failure, time-out and crash all pass through {@link #end}, the only place that hands
 * the virtual user on: so none is lost, and none goes on twice, whatever comes in late. Belongs to
 * the user's event loop.
 */
final class TimedStep {
  private final ChatComponents components;
  private final Session session;
  private final List<Check<Message>> checks;
  private final Action next;

  private final long startMs;
  private final long startNs = System.nanoTime();

  private String name;
  private boolean done;
  private @Nullable Future<?> timeout;
  private Runnable cleanUp = () -> {};

  TimedStep(
      ChatComponents components,
      Session session,
      String name,
      List<Check<Message>> checks,
      Action next) {
    this.components = components;
    this.session = session;
    this.checks = checks;
    this.next = next;
    this.startMs = components.core().clock().nowMillis();
    this.name = name;
  }

  /** Sets what the report calls the step and how long it may take. */
  void begin(String resolvedName, Duration limit) {
    name = resolvedName;
    long limitMs = limit.toMillis();
    timeout =
        session
            .eventLoop()
            .schedule(
                () -> fail("not done within " + limitMs + " ms"), limitMs, TimeUnit.MILLISECONDS);
  }

  ChatComponents components() {
    return components;
  }

  Session session() {
    return session;
  }

  /** What to do before the virtual user goes on, should the step not succeed. */
  void onFailure(Runnable action) {
    cleanUp = action;
  }

  /** Ends the step with a message that has just come. */
  void succeed(Session changed, Message message) {
    succeed(changed, message, System.nanoTime());
  }

  /**
   * Ends the step with a message, well if the scenario's checks say so; they may save into the
   * session.
   *
   * @param arrivedNs when the message came, by {@link System#nanoTime()}
   */
  void succeed(Session changed, Message message, long arrivedNs) {
    Tuple2<Session, Option<Failure>> checked = Check$.MODULE$.check(message, changed, checks);
    if (checked._2().isEmpty()) {
      succeed(checked._1(), arrivedNs);
    } else {
      fail(checked._1(), checked._2().get().message());
    }
  }

  /** Ends the step, and the virtual user goes on with the given session. */
  void succeed(Session changed) {
    succeed(changed, System.nanoTime());
  }

  private void succeed(Session changed, long endNs) {
    end(
        changed,
        endMs -> {
          if (components.protocol().recorded()) {
            components.times().record(key(), endNs - startNs);
            logResponse(endMs, OK$.MODULE$, null);
          }
        });
  }

  /** Ends the step: it was tried, and this is what went wrong. */
  void fail(String reason) {
    fail(session, reason);
  }

  private void fail(Session changed, String reason) {
    end(
        changed.markAsFailed(),
        endMs -> {
          cleanUp.run();
          logResponse(endMs, KO$.MODULE$, reason);
        });
  }

  /** Ends the step: it could not even be tried, for a mistake in the scenario. */
  void crash(RuntimeException cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    end(
        session.markAsFailed(),
        endMs -> {
          cleanUp.run();
          stats().logRequestCrash(session.scenario(), session.groups(), name, reason);
        });
  }

  private void end(Session changed, LongConsumer report) {
    if (done) {
      return;
    }
    done = true;
    if (timeout != null) {
      timeout.cancel(false);
    }
    long endMs = components.core().clock().nowMillis();
    report.accept(endMs);
    next.$bang(changed.logGroupRequestTimings(startMs, endMs));
  }

  private void logResponse(long endMs, Status status, @Nullable String reason) {
    stats()
        .logResponse(
            session.scenario(),
            session.groups(),
            name,
            startMs,
            endMs,
            status,
            Option.empty(),
            Option.apply(reason));
  }

  private StepKey key() {
    return new StepKey(CollectionConverters.asJava(session.groups()), name);
  }

  private StatsEngine stats() {
    return components.core().statsEngine();
  }
}
