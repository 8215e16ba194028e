package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresetsTest {
  @Test
  void the_same_seed_plans_the_same_in_another_process() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlanHash.class.getName(),
                "7")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String hashes = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(other.waitFor()).isZero();
    assertThat(hashes.lines()).hasSize(Presets.names().size());
    assertThat(PlanHash.ofPresets(7)).isEqualTo(hashes).isNotEqualTo(PlanHash.ofPresets(8));
  }

  @Test
  void no_two_presets_plan_the_same() throws Exception {
    Set<String> hashes = new HashSet<>();
    for (String name : Presets.names()) {
      hashes.add(PlanHash.of(Presets.workload(name), 7, 100));
    }

    assertThat(hashes).hasSize(Presets.names().size());
  }

  @Test
  void the_list_says_one_sentence_of_each() {
    assertThat(Presets.list().lines())
        .hasSize(Presets.names().size())
        .allMatch(line -> line.matches("[a-z-]+ +[A-Z].*\\."))
        .anyMatch(line -> line.startsWith("office "))
        .anyMatch(line -> line.startsWith("rush-hour "))
        .anyMatch(line -> line.startsWith("shout-storm "))
        .anyMatch(line -> line.startsWith("reconnect-storm "))
        .anyMatch(line -> line.startsWith("heartbeat "));
  }

  @Test
  void heartbeat_is_the_load_bot_of_old() {
    Workload heartbeat = Presets.workload("heartbeat");

    assertThat(heartbeat.weights()).containsOnlyKeys(Action.EVERYONE);
    assertThat(heartbeat.pace().think()).isEqualTo(Times.parse("3s"));
    assertThat(heartbeat.attendance().ramp()).isEqualTo(Ramp.parse("50/2s"));
    assertThat(heartbeat.bareNames()).isTrue();
    assertThat(heartbeat.replyNsMax()).isEqualTo(5_000_000_000L);
  }

  @Test
  void only_loads_that_stay_the_same_are_steady() {
    List<String> steady =
        Presets.names().stream()
            .filter(name -> Presets.workload(name).withoutRamp().isSteady())
            .toList();

    assertThat(steady)
        .containsExactly("direct", "rush-hour", "shout-storm", "list-storm", "heartbeat");
  }

  @Test
  void an_unknown_name_is_answered_with_the_known_ones() {
    assertThatThrownBy(() -> Presets.settings("offce"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'offce' is none of direct, mixed, office, rush-hour")
        .hasMessageEndingWith("and no file");
  }
}
