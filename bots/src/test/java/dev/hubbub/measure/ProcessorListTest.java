package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorListTest {
  @Test
  void ranges_and_single_processors_are_read() {
    assertThat(ProcessorList.parse("0")).containsExactly(0);
    assertThat(ProcessorList.parse("0-3,8,10-11\n")).containsExactly(0, 1, 2, 3, 8, 10, 11);
  }

  @Test
  void anything_else_is_no_list() {
    assertThatThrownBy(() -> ProcessorList.parse("")).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> ProcessorList.parse("1,")).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> ProcessorList.parse("a-b")).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void a_list_is_written_as_taskset_reads_it() {
    assertThat(ProcessorList.format(List.of(0, 2, 3))).isEqualTo("0,2,3");
  }
}
