package dev.hubbub.bots.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinningTest {
  @Test
  void two_processors_are_shared_out() {
    assertThat(Pinning.plan(List.of(0, 1), true))
        .isEqualTo(
            new Pinning(List.of(0), List.of(1), "server on processor 0, generator on processor 1"));
  }

  @Test
  void of_an_odd_number_the_generator_gets_the_larger_half() {
    Pinning pinning = Pinning.plan(List.of(2, 3, 6, 7, 8), true);

    assertThat(pinning.server()).containsExactly(2, 3);
    assertThat(pinning.generator()).containsExactly(6, 7, 8);
  }

  @Test
  void nobody_is_pinned_on_one_processor() {
    assertThat(Pinning.plan(List.of(3), true)).isEqualTo(Pinning.none("there is one processor, 3"));
  }

  @Test
  void nobody_is_pinned_without_the_tool_or_where_the_processors_are_unknown() {
    assertThat(Pinning.plan(List.of(0, 1), false).text())
        .isEqualTo("not pinned: there is no taskset");
    assertThat(Pinning.plan(List.of(), true).server()).isEmpty();
  }

  @Test
  void a_command_is_pinned_by_what_stands_before_it() {
    assertThat(Taskset.prefix(List.of(0, 2))).containsExactly("taskset", "-c", "0,2");
    assertThat(Taskset.prefix(List.of())).isEmpty();
  }
}
