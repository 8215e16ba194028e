package dev.hubbub.server.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;

/**
 * What the server says on {@code /metrics}.
 *
 * @param text in the text format of Prometheus
 */
public record Scrape(String text) {
  /** The metrics as a parser of that format reads them. */
  public List<MetricFamily> parsed() {
    var walker = new CollectorPrometheusMetricsWalker();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    new TextPrometheusMetricsProcessor(new ByteArrayInputStream(bytes), walker).walk();
    return new ArrayList<>(walker.getAllMetricFamilies());
  }

  /** The names in its lines of the given kind, HELP or TYPE. */
  public Set<String> names(String kind) {
    String begin = "# " + kind + " ";
    return text.lines()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()).split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines that hold a value. */
  public List<String> samples() {
    return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
  }

  /** The names of the values: those of a histogram end in bucket, count and sum. */
  public Set<String> sampleNames() {
    return samples().stream()
        .map(line -> line.split("[ {]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
