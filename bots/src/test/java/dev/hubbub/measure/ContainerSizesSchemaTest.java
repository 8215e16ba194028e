package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.measure.result.ContainerSize;
import dev.hubbub.measure.result.ContainerSizes;
import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerSizesSchemaTest {
  private static final PublishedSchema SCHEMA =
      new PublishedSchema("container-sizes", ContainerSizes.SCHEMA_VERSION);

  @TempDir private Path folder = Path.of(".");

  @Test
  void the_published_schema_says_what_the_records_are() {
    SCHEMA.requireToDescribe(ContainerSizes.class);
  }

  @Test
  void what_is_written_is_valid_by_the_schema_and_read_as_it_was() throws IOException {
    ContainerSizes sizes = sizes();
    Path file = folder.resolve(ContainerSizes.FILE);
    ResultJson.write(sizes, file);

    assertThat(SCHEMA.errorsOf(Files.readString(file))).isEmpty();
    assertThat(ResultJson.readContainerSizes(file)).isEqualTo(sizes);
  }

  @Test
  void another_file_is_refused_by_its_name() throws IOException {
    Path file = folder.resolve("other.json");
    ResultJson.write(SampleResult.whole(), file);

    assertThatThrownBy(() -> ResultJson.readContainerSizes(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": 'schemaVersion' must be 1, got: 3");
  }

  private static ContainerSizes sizes() {
    RunResult run = SampleResult.whole();
    ContainerSize size =
        new ContainerSize(
            0.5,
            256,
            "server on 0, bots on 1",
            run.dimensions().getFirst(),
            run.dimensions().getFirst(),
            180L << 20,
            false);
    return new ContainerSizes(
        ContainerSizes.SCHEMA_VERSION,
        run.startedAt(),
        61.5,
        1,
        "hubbub:edge",
        "sha256:0123",
        "Docker 20.10",
        10_000,
        20_000L,
        run.slo(),
        run.environment(),
        List.of(size));
  }
}
