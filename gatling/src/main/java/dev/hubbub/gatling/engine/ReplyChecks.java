package dev.hubbub.gatling.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubbub.protocol.Message;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.check.Check;
import io.gatling.core.check.CheckBuilder;
import io.gatling.core.check.CheckMaterializer;
import io.gatling.javaapi.core.internal.CoreCheckType;
import java.util.function.Function;
import scala.Function1;

/** Makes Gatling's checks, which know nothing of messages, look at one. */
public final class ReplyChecks {
  private ReplyChecks() {}

  /**
   * A check on a message: of its text ({@code bodyString}, {@code substring}, {@code regex}) or of
   * the whole object ({@code jsonPath}, {@code jmesPath}).
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  public static Check<Message> of(io.gatling.javaapi.core.CheckBuilder builder) {
    if (builder.type() instanceof CoreCheckType type) {
      switch (type) {
        case BodyString, Substring, Regex -> {
          return build(builder.asScala(), Message::msg);
        }
        case JsonPath, JmesPath -> {
          return build(builder.asScala(), ReplyChecks::json);
        }
        default -> {
          // Below, with those of other protocols.
        }
      }
    }
    throw new IllegalArgumentException(
        "a reply is checked by bodyString, substring, regex, jsonPath or jmesPath, got: "
            + builder.type());
  }

  // The type of a check says what it looks at; Gatling's Java API drops it.
  @SuppressWarnings("unchecked")
  private static <P> Check<Message> build(CheckBuilder<?, ?> builder, Function<Message, P> part) {
    return ((CheckBuilder<Object, P>) builder).build(new Materializer<P>(part));
  }

  private static JsonNode json(Message message) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.putObject("from").put("name", message.from().name()).put("ip", message.from().ip());
    return object.put("to", message.to()).put("msg", message.msg());
  }

  private static final class Materializer<P>
      extends CheckMaterializer<Object, Check<Message>, Message, P> {
    private final Function<Message, P> part;

    Materializer(Function<Message, P> part) {
      super(check -> check);
      this.part = part;
    }

    @Override
    public Function1<Message, Validation<P>> preparer() {
      return message -> new Success<>(part.apply(message));
    }
  }
}
