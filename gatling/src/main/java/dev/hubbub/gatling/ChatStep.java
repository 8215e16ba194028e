package dev.hubbub.gatling;

import dev.hubbub.gatling.engine.CloseStep;
import dev.hubbub.gatling.engine.ReplyChecks;
import dev.hubbub.gatling.engine.Step;
import dev.hubbub.gatling.engine.StepBuilder;
import dev.hubbub.gatling.engine.Template;
import dev.hubbub.protocol.Message;
import io.gatling.core.check.Check;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step ready for {@code exec(…)}. Immutable. */
public final class ChatStep implements ActionBuilder {
  private final Template name;
  private final Step step;
  private final @Nullable Duration timeout;
  private final List<Check<Message>> checks;

  ChatStep(Template name, Step step) {
    this(name, step, null, List.of());
  }

  private ChatStep(
      Template name, Step step, @Nullable Duration timeout, List<Check<Message>> checks) {
    this.name = name;
    this.step = step;
    this.timeout = timeout;
    this.checks = checks;
  }

  /** The same step with a time-out of its own in place of the protocol's. */
  public ChatStep timeout(Duration newTimeout) {
    return new ChatStep(name, step, newTimeout, checks);
  }

  /**
   * The same step with checks on the message that ends it: the welcome, the reply, or what was
   * delivered. {@code bodyString}, {@code substring} and {@code regex} look at its text, {@code
   * jsonPath} and {@code jmesPath} at the whole object; {@code saveAs} saves into the session.
   *
   * @throws IllegalArgumentException for other checks
   * @throws IllegalStateException if no message ends the step
   */
  public ChatStep check(CheckBuilder... newChecks) {
    if (step instanceof CloseStep) {
      throw new IllegalStateException("no message ends a close: there is nothing to check");
    }
    List<Check<Message>> all = new ArrayList<>(checks);
    for (CheckBuilder check : newChecks) {
      all.add(ReplyChecks.of(check));
    }
    return new ChatStep(name, step, timeout, List.copyOf(all));
  }

  /** For Gatling's use. */
  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return new StepBuilder(name, timeout, step, checks);
  }
}
