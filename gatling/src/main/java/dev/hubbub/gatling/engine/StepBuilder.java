package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.Message;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.check.Check;
import io.gatling.core.structure.ScenarioContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A step as Gatling takes it into a scenario.
 *
 * @param name of the step in the report
 * @param timeout of this step, or null for the protocol's
 * @param step what it does
 * @param checks on the message that ends it
 */
public record StepBuilder(
    Template name, @Nullable Duration timeout, Step step, List<Check<Message>> checks)
    implements ActionBuilder {

  @Override
  public Action build(ScenarioContext context, Action next) {
    ChatComponents components = context.protocolComponentsRegistry().components(ChatProtocol.KEY);
    Duration limit = timeout == null ? components.protocol().stepTimeout() : timeout;
    return new ChatAction(
        name, limit, step, CollectionConverters.asScala(checks).toList(), components, next);
  }
}
