package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/workloads.md is true. */
class WorkloadsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "workloads.md");

  @Test
  void its_example_is_a_workload() throws Exception {
    Matcher example =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    Workload workload = WorkloadJson.read(example.group(1), "the page").workload();

    assertThat(workload.name()).isEqualTo("support-desk");
    assertThat(workload.receivers()).isEqualTo(Popularity.parse("zipf:1.2"));
    assertThat(workload.slowReaders(100)).isEqualTo(2);
  }

  @Test
  void it_has_every_key_every_preset_and_every_misdeed() throws Exception {
    Set<String> firstCells =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> Stream.of(line.split("\\|")[1].split(",")))
            .map(cell -> cell.replace("`", "").strip())
            .collect(Collectors.toSet());

    assertThat(firstCells)
        .containsAll(Presets.names())
        .containsAll(Stream.of(Abuse.values()).map(Abuse::toString).toList())
        .containsAll(keys());
  }

  private static List<String> keys() throws NoSuchFieldException {
    List<String> keys = new ArrayList<>();
    for (RecordComponent component : WorkloadSettings.class.getRecordComponents()) {
      JsonProperty renamed =
          WorkloadSettings.class
              .getDeclaredField(component.getName())
              .getAnnotation(JsonProperty.class);
      keys.add(renamed == null ? component.getName() : renamed.value());
    }
    return keys;
  }
}
