package dev.hubbub.container;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.util.ExceptionUtils;
import org.testcontainers.DockerClientFactory;

/**
 * Lets tests run where a container engine answers and the images are named. Elsewhere they are
 * skipped, which one line says, unless {@code -Dhubbub.docker=required}: then they fail.
 */
final class EngineCondition implements ExecutionCondition {
  private static final Namespace NAMESPACE = Namespace.create(EngineCondition.class);
  private static final String REQUIRED = "required";

  // The tests can't build the images themselves: Maven packages the jar of this module after them.
  private static final String REMEDY =
      """
      Run .ci/container-tests after ./mvnw verify: it starts an engine where none answers, builds \
      the images from the jars in target/ and runs these tests. With an engine and images of your \
      own (.ci/image makes these two): ./mvnw verify -Dhubbub.docker=required \
      -Dhubbub.docker.image=hubbub-server:dev -Dhubbub.docker.tools-image=hubbub:dev\
      """;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String mode = System.getProperty("hubbub.docker", "auto");
    if (!mode.equals(REQUIRED) && !mode.equals("auto")) {
      throw new IllegalArgumentException("'hubbub.docker' must be auto or required, got: " + mode);
    }
    // Asked and told once for all classes.
    Optional<String> missing =
        Objects.requireNonNull(
                (Missing)
                    context
                        .getRoot()
                        .getStore(NAMESPACE)
                        .getOrComputeIfAbsent(Missing.class, _ -> find(mode)))
            .what();
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("an engine answers"));
  }

  private record Missing(Optional<String> what) {}

  private static Missing find(String mode) {
    Optional<String> missing = missing();
    if (missing.isPresent() && mode.equals(REQUIRED)) {
      throw new IllegalStateException(
          "'hubbub.docker' is required, but " + missing.get() + ". " + REMEDY);
    }
    missing.ifPresent(what ->
        System.err.println(
            "######## CONTAINER TESTS SKIPPED: " + what + "; .ci/container-tests runs them"));
    return new Missing(missing);
  }

  private static Optional<String> missing() {
    if (!Images.areNamed()) {
      return Optional.of("no image is named");
    }
    try {
      return DockerClientFactory.instance().isDockerAvailable()
          ? Optional.empty()
          : Optional.of("no container engine answers");
    } catch (RuntimeException e) {
      return Optional.of("no container engine answers (" + ExceptionUtils.readStackTrace(e) + ")");
    }
  }
}
