package dev.hubbub.gatling.times;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which step a time belongs to.
 *
 * @param groups that the step stands in, outermost first
 * @param name of the step in the report
 */
public record StepKey(List<String> groups, String name) {
  /** Takes a copy of the groups. */
  public StepKey {
    groups = List.copyOf(groups);
  }

  /** A text without white space and commas, which a histogram's tag must not have. */
  String tag() {
    return Stream.concat(groups.stream(), Stream.of(name))
        .map(part -> URLEncoder.encode(part, UTF_8))
        .collect(Collectors.joining("/"));
  }

  /** What {@link #tag} said. */
  static StepKey ofTag(String tag) {
    List<String> parts =
        Arrays.stream(tag.split("/", -1)).map(part -> URLDecoder.decode(part, UTF_8)).toList();
    return new StepKey(parts.subList(0, parts.size() - 1), parts.getLast());
  }
}
