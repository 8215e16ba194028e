package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.AdminClient;
import dev.hubbub.server.testing.Scrape;
import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metrics of a real server, its page in the docs and its dashboard: they say the same. */
class MetricsContractTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern DOCUMENTED =
      Pattern.compile("^\\| `([a-z][a-z0-9_]*)` \\|", Pattern.MULTILINE);
  private static final Pattern QUERY =
      Pattern.compile("\"(?:expr|query)\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern NAME = Pattern.compile("\\b(?:hubbub|jvm|process)_[a-z0-9_]+");

  private static ServerProcess server;
  private static Scrape scrape;

  @BeforeAll
  static void aServerHasServedAndCollectedGarbage() {
    server = ServerProcess.start("--host", "127.0.0.1", "--port", "0", "--admin-port", "0");
    int port = server.port();
    AdminClient admin = AdminClient.of(server);
    try (TestClient alice = TestClient.connect(port).join("alice")) {
      alice.say("alice", "hi").read();
      alice.send("no message\n").read();
    }
    server.collectGarbage();
    scrape =
        await()
            .atMost(TestClient.PATIENCE)
            .until(
                () -> new Scrape(admin.get("/metrics").body()),
                said -> said.text().contains("jvm_gc_pause_seconds_count"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_parser_of_prometheus_reads_every_line() {
    assertThat(scrape.parsed())
        .extracting(MetricFamily::getName)
        .containsExactlyInAnyOrderElementsOf(scrape.names("TYPE"));
    int metrics = scrape.parsed().stream().mapToInt(family -> family.getMetrics().size()).sum();
    assertThat(metrics).isGreaterThan(50).isLessThanOrEqualTo(scrape.samples().size());
    String labels = "(\\{[a-z_]+=\"[^\"\\\\\n]*\"(,[a-z_]+=\"[^\"\\\\\n]*\")*})?";
    assertThat(scrape.samples())
        .allMatch(line -> line.matches("[a-z][a-z0-9_]*" + labels + " (NaN|[+-]?[0-9.E+-]+)"))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_metric_has_a_type_and_a_help() {
    assertThat(scrape.names("HELP")).isEqualTo(scrape.names("TYPE"));
    assertThat(scrape.text().lines().filter(line -> line.startsWith("# HELP ")))
        .allMatch(line -> line.matches("# HELP \\S+ \\S.*"), "says something");
  }

  @Test
  void the_page_of_operations_has_a_row_for_every_metric_and_for_no_other() throws IOException {
    Set<String> documented = all(DOCUMENTED, Files.readString(DOCS.resolve("operations.md")));

    assertThat(documented)
        .as(
            "metrics in the tables of docs/operations.md: whoever adds, renames or removes a meter"
                + " changes its row there, with the name that /metrics shows")
        .isEqualTo(scrape.names("TYPE"));
  }

  @Test
  void the_dashboard_asks_for_metrics_that_there_are() throws IOException {
    String dashboard = Files.readString(DOCS.resolve("grafana").resolve("hubbub.json"));
    Set<String> queries = all(QUERY, dashboard);
    Set<String> asked = new TreeSet<>();
    queries.forEach(
        query -> NAME.matcher(query).results().map(MatchResult::group).forEach(asked::add));

    assertThat(queries).hasSizeGreaterThan(20);
    assertThat(scrape.sampleNames())
        .as("metrics that a query in docs/grafana/hubbub.json asks for")
        .containsAll(asked);
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
