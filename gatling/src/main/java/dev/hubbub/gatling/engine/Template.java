package dev.hubbub.gatling.engine;

import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.session.Session;
import io.gatling.javaapi.core.internal.Expressions;
import scala.Function1;

/** A text with Gatling's placeholders, such as <code>#{name}</code>. */
public final class Template {
  private final String text;
  private final Function1<Session, Validation<String>> expression;

  private Template(String text) {
    this.text = text;
    this.expression = Expressions.toStringExpression(text);
  }

  /** Compiles the text once, for all virtual users. */
  public static Template of(String text) {
    return new Template(text);
  }

  /**
   * The text for one virtual user.
   *
   * @throws IllegalArgumentException if a placeholder has no value in the session
   */
  String resolve(Session session) {
    Validation<?> validation = expression.apply(session);
    if (validation instanceof Failure failure) {
      throw new IllegalArgumentException(failure.message());
    }
    return (String) ((Success<?>) validation).value();
  }

  /** The text as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
