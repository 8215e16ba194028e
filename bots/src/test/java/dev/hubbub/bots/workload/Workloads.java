package dev.hubbub.bots.workload;

import java.util.EnumMap;
import java.util.Map;

/** Workloads for tests. */
public final class Workloads {
  private Workloads() {}

  /** One action only, with nothing else about it. */
  public static Workload of(String action, int weight) {
    return json("{'weights': {'" + action + "': " + weight + "}}");
  }

  /** These actions, with nothing else about them. */
  public static Workload of(Map<Action, Integer> weights) {
    StringBuilder text = new StringBuilder("{'weights': {");
    new EnumMap<>(weights)
        .forEach((action, weight) ->
            text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
                .append("'" + action.key() + "': " + weight));
    return json(text + "}}");
  }

  /** What a file says, with single quotes for double ones. */
  public static Workload json(String text) {
    return WorkloadJson.read(text.replace('\'', '"'), "test").workload();
  }
}
