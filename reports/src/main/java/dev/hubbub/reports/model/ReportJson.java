package dev.hubbub.reports.model;

import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.StrictJson;
import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.ContainerSizes;
import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results as JSON texts: reads those of every kind, and writes and reads a whole report as {@code
 * docs/schema/report-1.schema.json} describes it. A version that is not known is refused by name.
 */
public final class ReportJson {
  private static final JsonMapper MAPPER =
      StrictJson.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportJson() {}

  /** The text of a report, ending with a line feed. */
  public static String write(Report report) {
    return MAPPER.writeValueAsString(report) + "\n";
  }

  /**
   * Reads a result of any kind.
   *
   * @param name what to call it in an error, for example the file
   * @throws IOException if it is none, or of a version that is not known
   */
  public static Report read(String json, String name) throws IOException {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (JmhReader.isJmh(tree)) {
        return JmhReader.read(tree);
      }
      if (tree.has("runs") && tree.has("simulations")) {
        StrictJson.requireVersion(tree, Report.SCHEMA_VERSION, name);
        return MAPPER.treeToValue(tree, Report.class);
      }
      if (tree.has("contenders")) {
        CompareResult result = ResultJson.readCompare(json, name);
        return with(List.of(result), List.of(), List.of());
      }
      if (tree.has("sizes")) {
        ContainerSizes sizes = ResultJson.readContainerSizes(json, name);
        return with(List.of(), List.of(), List.of(sizes));
      }
      if (tree.path("kind").asString("").equals("swarm")) {
        StrictJson.requireVersion(tree, SwarmRun.SCHEMA_VERSION, name);
        return with(List.of(), List.of(swarm(tree)), List.of());
      }
      if (GatlingReader.isGatling(tree)) {
        return GatlingReader.read(tree, name);
      }
      RunResult run = ResultJson.read(json, name);
      return Report.of(run);
    } catch (JacksonException e) {
      throw new IOException(name + ": not a result: " + e.getOriginalMessage(), e);
    }
  }

  private static Report with(
      List<CompareResult> comparisons, List<SwarmRun> swarms, List<ContainerSizes> containers) {
    return new Report(
        Report.SCHEMA_VERSION, List.of(), comparisons, swarms, containers, List.of(), List.of());
  }

  private static SwarmRun swarm(JsonNode tree) {
    JsonNode measured = tree.required("measured");
    JsonNode reason = tree.path("partialReason");
    return new SwarmRun(
        Instant.parse(tree.required("startedAt").stringValue()),
        reason.isString() ? reason.stringValue() : null,
        tree.required("server").stringValue(),
        tree.required("seed").longValue(),
        MAPPER.treeToValue(tree.required("environment"), Environment.class),
        measured.required("users").intValue(),
        measured.required("seconds").doubleValue(),
        List.of(MAPPER.treeToValue(measured.required("actions"), SwarmRun.Action[].class)),
        List.of(MAPPER.treeToValue(tree.required("problems"), String[].class)));
  }
}
