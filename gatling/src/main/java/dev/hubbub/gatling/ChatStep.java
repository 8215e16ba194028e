package dev.hubbub.gatling;

import dev.hubbub.gatling.engine.Step;
import dev.hubbub.gatling.engine.StepBuilder;
import dev.hubbub.gatling.engine.Template;
import io.gatling.javaapi.core.ActionBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A step ready for {@code exec(…)}. Immutable. */
public final class ChatStep implements ActionBuilder {
  private final Template name;
  private final Step step;
  private final @Nullable Duration timeout;

  ChatStep(Template name, Step step) {
    this(name, step, null);
  }

  private ChatStep(Template name, Step step, @Nullable Duration timeout) {
    this.name = name;
    this.step = step;
    this.timeout = timeout;
  }

  /** The same step with a time-out of its own in place of the protocol's. */
  public ChatStep timeout(Duration newTimeout) {
    return new ChatStep(name, step, newTimeout);
  }

  /** For Gatling's use. */
  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return new StepBuilder(name, timeout, step);
  }
}
