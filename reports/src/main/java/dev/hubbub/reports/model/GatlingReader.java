package dev.hubbub.reports.model;

import dev.hubbub.measure.StrictJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the {@code stats.json} of a simulation, of which {@code
 * docs/schema/gatling-stats-1.schema.json} says what it holds.
 */
final class GatlingReader {
  private static final int SCHEMA_VERSION = 1;

  private GatlingReader() {}

  static boolean isGatling(JsonNode tree) {
    return tree.path("kind").asString("").equals("gatling");
  }

  static Report read(JsonNode tree, String name) throws IOException {
    StrictJson.requireVersion(tree, SCHEMA_VERSION, name);
    List<GatlingRun.Requests> all = new ArrayList<>();
    all.add(requests(tree.required("total"), "all steps"));
    for (JsonNode step : tree.required("steps")) {
      all.add(requests(step, title(step)));
    }
    List<GatlingRun.Assertion> assertions = new ArrayList<>();
    for (JsonNode one : tree.required("assertions")) {
      assertions.add(
          new GatlingRun.Assertion(
              one.required("text").stringValue(), one.required("held").booleanValue()));
    }
    GatlingRun run =
        new GatlingRun(
            tree.required("simulation").stringValue(),
            tree.required("command").stringValue(),
            List.copyOf(all),
            List.copyOf(assertions));
    return new Report(
        Report.SCHEMA_VERSION, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(run));
  }

  private static String title(JsonNode step) {
    String groups =
        step.path("groups")
            .valueStream()
            .map(group -> group.asString() + " / ")
            .collect(Collectors.joining());
    return groups + step.required("name").stringValue();
  }

  private static GatlingRun.Requests requests(JsonNode step, String title) {
    long failed = step.required("failed").longValue();
    JsonNode times = step.path("times");
    return new GatlingRun.Requests(
        title,
        step.required("succeeded").longValue() + failed,
        failed,
        step.required("perSecond").doubleValue(),
        number(step.path("logged"), "meanMs"),
        number(times, "p50Ms"),
        number(times, "p90Ms"),
        number(times, "p99Ms"),
        number(times, "maxMs"));
  }

  private static @Nullable Double number(JsonNode times, String name) {
    JsonNode value = times.path(name);
    return value.isNumber() ? (Double) value.doubleValue() : null;
  }
}
