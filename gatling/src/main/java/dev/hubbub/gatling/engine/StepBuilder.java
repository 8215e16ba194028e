package dev.hubbub.gatling.engine;

import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.structure.ScenarioContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step as Gatling takes it into a scenario.
 *
 * @param name of the step in the report
 * @param timeout of this step, or null for the protocol's
 * @param step what it does
 */
public record StepBuilder(Template name, @Nullable Duration timeout, Step step)
    implements ActionBuilder {

  @Override
  public Action build(ScenarioContext context, Action next) {
    ChatComponents components = context.protocolComponentsRegistry().components(ChatProtocol.KEY);
    Duration limit = timeout == null ? components.protocol().stepTimeout() : timeout;
    return new ChatAction(name, limit, step, components, next);
  }
}
