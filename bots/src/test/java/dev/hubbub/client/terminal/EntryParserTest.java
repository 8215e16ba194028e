package dev.hubbub.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryParserTest {
  @Test
  void a_line_is_a_receiver_a_message_or_a_command() {
    assertThat(parse("  ")).isEqualTo(new Entry.Nothing());
    assertThat(parse(" bob ")).isEqualTo(new Entry.Receiver("bob"));
    assertThat(parse("Mary Ann")).isEqualTo(new Entry.Receiver("Mary Ann"));
    assertThat(parse("@bob")).isEqualTo(new Entry.Receiver("bob"));
    assertThat(parse("@bob hi  there")).isEqualTo(new Entry.Direct("bob", "hi  there"));
    assertThat(parse("/list")).isEqualTo(new Entry.Command("/list", ""));
    assertThat(parse("/shout to all")).isEqualTo(new Entry.Command("/shout", "to all"));
    assertThat(parse("/quit")).isEqualTo(new Entry.Quit());
    assertThat(parse("/name carol")).isEqualTo(new Entry.Rename("carol"));
  }

  @Test
  void a_name_with_spaces_is_quoted_or_known() {
    assertThat(parse("@\"Mary Ann\" hi")).isEqualTo(new Entry.Direct("Mary Ann", "hi"));
    assertThat(EntryParser.parse("@Mary Ann hi", List.of("Mary", "Mary Ann")))
        .isEqualTo(new Entry.Direct("Mary Ann", "hi"));
    assertThat(parse("@Mary Ann hi")).isEqualTo(new Entry.Direct("Mary", "Ann hi"));
  }

  private static Entry parse(String line) {
    return EntryParser.parse(line, List.of());
  }
}
