package dev.hubbub.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of metrics in the text format of Prometheus, version 0.0.4. Lines that are no samples are
 * passed over.
 */
public final class PrometheusText {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+-?\\d+)?");
  private static final Pattern LIMIT = Pattern.compile("\\ble=\"([^\"]*)\"");

  private record Sample(String name, String labels, double value) {}

  private final List<Sample> samples;

  private PrometheusText(List<Sample> samples) {
    this.samples = samples;
  }

  /** Reads a page. */
  public static PrometheusText parse(String page) {
    List<Sample> samples = new ArrayList<>();
    page.lines()
        .forEach(line -> {
          Matcher matcher = SAMPLE.matcher(line.strip());
          if (matcher.matches()) {
            String labels = matcher.group(2) == null ? "" : matcher.group(2);
            number(matcher.group(3))
                .ifPresent(value -> samples.add(new Sample(matcher.group(1), labels, value)));
          }
        });
    return new PrometheusText(List.copyOf(samples));
  }

  /**
   * The sum of all samples of a name that have the label, or null when there is none.
   *
   * @param label for example {@code area="heap"}; empty: all of them
   */
  public @Nullable Double sum(String name, String label) {
    List<Double> values =
        named(name).filter(s -> s.labels.contains(label)).map(Sample::value).toList();
    return values.isEmpty() ? null : values.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The sum of all samples of a name as a whole number, or null when there is none. */
  public @Nullable Long whole(String name, String label) {
    Double sum = sum(name, label);
    return sum == null ? null : (Long) Math.round(sum);
  }

  /**
   * How much a sum grew since an earlier page, or null when one of them hasn't got it.
   *
   * @param label as with {@link #sum}
   */
  public @Nullable Double growth(String name, String label, PrometheusText earlier) {
    Double now = sum(name, label);
    Double then = earlier.sum(name, label);
    return now == null || then == null ? null : (Double) (now - then);
  }

  /**
   * The upper limit of the highest bucket of a histogram that got a value since an earlier page: an
   * upper bound of all values in between. Null when a page has no such histogram.
   */
  public @Nullable Double highestSince(String name, PrometheusText earlier) {
    NavigableMap<Double, Double> grown = buckets(name);
    NavigableMap<Double, Double> then = earlier.buckets(name);
    if (grown.isEmpty() || !grown.keySet().equals(then.keySet())) {
      return null;
    }
    then.forEach((limit, count) -> grown.merge(limit, -count, Double::sum));
    // Buckets are cumulative: the first that grew as much as the last holds the highest value.
    double all = grown.lastEntry().getValue();
    return grown.entrySet().stream()
        .filter(bucket -> bucket.getValue() >= all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private NavigableMap<Double, Double> buckets(String name) {
    NavigableMap<Double, Double> buckets = new TreeMap<>();
    named(name + "_bucket")
        .forEach(sample -> {
          Matcher limit = LIMIT.matcher(sample.labels);
          if (limit.find()) {
            number(limit.group(1)).ifPresent(value -> buckets.put(value, sample.value));
          }
        });
    return buckets;
  }

  private static Optional<Double> number(String text) {
    return ProcFiles.parse(text.replace("Inf", "Infinity"), Double::valueOf);
  }

  private Stream<Sample> named(String name) {
    return samples.stream().filter(sample -> sample.name.equals(name));
  }
}
