package dev.hubbub.bots.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNameTest {
  @Test
  void a_name_tells_its_process() {
    GroupName name = GroupName.ofThisProcess(3);

    assertThat(GroupName.parse(name.toString())).hasValue(name);
    assertThat(name.isOfLivingProcess()).isTrue();
  }

  @Test
  void an_id_that_was_given_away_again_is_another_process() {
    GroupName own = GroupName.ofThisProcess(1);

    assertThat(new GroupName(own.pid(), own.startedAtMs() - 1, 1).isOfLivingProcess()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hubbub", "hubbub-1-2", "system.slice", "hubbub-1-2-3x"})
  void what_others_made_is_none_of_ours(String folder) {
    assertThat(GroupName.parse(folder)).isEmpty();
  }
}
