package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.protocol.ServerTexts;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionTest {
  @Test
  void the_servers_replies_are_recognised() {
    assertThat(Action.answeredBy(ServerTexts.time(ZonedDateTime.now(ZoneOffset.UTC))))
        .isEqualTo(Action.TIME);
    assertThat(Action.answeredBy(ServerTexts.onlineUsers(List.of("a")))).isEqualTo(Action.LIST);
    assertThat(Action.answeredBy(ServerTexts.ONLY_USER)).isEqualTo(Action.LIST);
    assertThat(Action.answeredBy(ServerTexts.shouted(1))).isEqualTo(Action.SHOUT);
    assertThat(Action.answeredBy(ServerTexts.shouted(2))).isEqualTo(Action.SHOUT);
    assertThat(Action.answeredBy("Available commands:\n/help")).isEqualTo(Action.HELP);
  }

  @Test
  void other_texts_answer_nothing() {
    assertThat(Action.answeredBy(ServerTexts.SHUTTING_DOWN)).isNull();
    assertThat(Action.answeredBy(ServerTexts.notAvailable("x"))).isNull();
    assertThat(Action.answeredBy(ServerTexts.SCHEMA)).isNull();
  }
}
