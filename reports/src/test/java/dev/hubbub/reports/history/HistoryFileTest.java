package dev.hubbub.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  private static final Path SCHEMA =
      Path.of("..", "docs", "schema", "history-run-" + HistoryRun.SCHEMA_VERSION + ".schema.json");

  @TempDir private Path folder;

  @Test
  void is_empty_before_the_first_run() throws IOException {
    assertThat(new HistoryFile(folder.resolve("new")).read()).isEmpty();
  }

  @Test
  void keeps_one_line_a_run_in_the_order_of_their_beginnings() throws IOException {
    HistoryFile file = new HistoryFile(folder.resolve("new"));
    List<HistoryRun> runs = Kept.users(20_000, 19_000, 21_000);

    for (HistoryRun run : runs.reversed()) {
      assertThat(file.add(run)).isTrue();
    }

    assertThat(file.read()).isEqualTo(runs);
    assertThat(folder.resolve("new/history.jsonl")).content().hasLineCount(3).endsWith("}\n");
  }

  @Test
  void keeps_a_run_once() throws IOException {
    HistoryFile file = new HistoryFile(folder);
    HistoryRun run = Kept.users(20_000).getFirst();

    assertThat(file.add(run)).isTrue();
    assertThat(file.add(run)).isFalse();

    assertThat(file.read()).containsExactly(run);
  }

  @Test
  void threads_that_add_lose_nothing() throws Exception {
    HistoryFile file = new HistoryFile(folder);
    List<HistoryRun> runs = Kept.users(new double[50]);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> added :
          runs.stream().map(run -> threads.submit(() -> file.add(run))).toList()) {
        assertThat(added.get()).isTrue();
      }
    }

    assertThat(file.read()).isEqualTo(runs);
  }

  @Test
  void names_the_line_that_is_no_run() throws IOException {
    HistoryFile file = new HistoryFile(folder);
    file.add(Kept.users(20_000).getFirst());
    Path path = folder.resolve(HistoryFile.NAME);
    String good = Files.readString(path);
    Files.writeString(path, good + "{\"schemaVersion\":1,\"id\n" + good);

    assertThatThrownBy(file::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(path + ", line 2: not a run of the history");
    assertThatThrownBy(() -> file.add(Kept.users(1, 2).getLast())).hasMessageContaining("line 2");
    assertThat(path).content().hasLineCount(3);
  }

  @Test
  void names_the_line_that_was_cut_off() throws IOException {
    HistoryFile file = new HistoryFile(folder);
    HistoryRun run = Kept.users(20_000).getFirst();
    file.add(run);
    Path path = folder.resolve(HistoryFile.NAME);
    Files.writeString(path, Files.readString(path) + HistoryJson.write(run));

    assertThatThrownBy(file::read).hasMessageContaining(path + ", line 2: has no end");
  }

  @Test
  void refuses_another_version_by_name() throws IOException {
    Path path = folder.resolve(HistoryFile.NAME);
    HistoryFile file = new HistoryFile(folder);
    file.add(Kept.users(20_000).getFirst());
    Files.writeString(
        path, Files.readString(path).replace("\"schemaVersion\":1", "\"schemaVersion\":7"));

    assertThatThrownBy(file::read).hasMessage(path + ", line 1: 'schemaVersion' must be 1, got: 7");
  }

  @Test
  void refuses_a_line_without_a_version_and_one_with_a_null() throws IOException {
    Path path = Files.writeString(folder.resolve(HistoryFile.NAME), "{}\n");
    HistoryFile file = new HistoryFile(folder);
    assertThatThrownBy(file::read).hasMessageContaining("'schemaVersion' must be 1, got: none");

    String line = HistoryJson.write(Kept.users(1).getFirst());
    Files.writeString(path, line.replace("\"id\":\"run-0\"", "\"id\":null") + "\n");
    assertThatThrownBy(file::read)
        .hasMessageContaining(path + ", line 1")
        .hasMessageContaining("null");
  }

  @Test
  void a_line_is_valid_by_the_published_schema() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    String line = HistoryJson.write(Kept.users(20_000).getFirst());

    assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(line.replace(":1,", ":2,"), InputFormat.JSON)).isNotEmpty();
    assertThat(schema.validate(line.replace("\"kind\"", "\"sort\""), InputFormat.JSON))
        .isNotEmpty();
  }
}
