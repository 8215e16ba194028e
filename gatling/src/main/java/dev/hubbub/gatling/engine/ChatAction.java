package dev.hubbub.gatling.engine;

import com.typesafe.scalalogging.Logger;
import com.typesafe.scalalogging.Logger$;
import dev.hubbub.protocol.Message;
import io.gatling.core.action.Action;
import io.gatling.core.action.BlockExit;
import io.gatling.core.check.Check;
import io.gatling.core.session.Session;
import io.netty.channel.EventLoop;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.collection.immutable.List;

/** One step at its place in a scenario: takes virtual users in, hands each on when it is done. */
final class ChatAction implements Action {
  private final Template name;
  private final Duration timeout;
  private final Step step;
  private final List<Check<Message>> checks;
  private final ChatComponents components;
  private final Action next;

  ChatAction(
      Template name,
      Duration timeout,
      Step step,
      List<Check<Message>> checks,
      ChatComponents components,
      Action next) {
    this.name = name;
    this.timeout = timeout;
    this.step = step;
    this.checks = checks;
    this.components = components;
    this.next = next;
  }

  @Override
  public String name() {
    return name.toString();
  }

  /** Takes a virtual user in, from any thread. */
  @Override
  public void $bang(Session session) {
    EventLoop loop = session.eventLoop();
    if (loop.inEventLoop()) {
      execute(session);
    } else if (!loop.isShutdown()) {
      loop.execute(() -> execute(session));
    }
  }

  @Override
  public void execute(Session session) {
    // Gatling's own actions inherit this from a Scala trait that a Java class can't mix in: blocks
    // such as exitBlockOnFail and asLongAs with exitASAP leave the chain here.
    Option<BlockExit> exit = BlockExit.mustExit(session);
    if (exit.isDefined()) {
      exit.get().exitBlock(components.core().statsEngine(), components.core().clock().nowMillis());
    } else {
      start(session);
    }
  }

  private void start(Session session) {
    TimedStep timed = new TimedStep(components, session, name.toString(), checks, next);
    try {
      timed.begin(name.resolve(session), timeout);
      step.start(timed);
    } catch (RuntimeException e) {
      timed.crash(e);
    }
  }

  @Override
  public Logger logger() {
    return Logger$.MODULE$.apply(LoggerFactory.getLogger(ChatAction.class));
  }

  // The setter of a Scala trait's field, which this class answers without one.
  @Override
  public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {}
}
