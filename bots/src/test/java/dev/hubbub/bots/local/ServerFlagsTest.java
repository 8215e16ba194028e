package dev.hubbub.bots.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ServerFlagsTest {
  @Test
  void a_flag_is_a_line_that_is_neither_empty_nor_a_comment() {
    assertThat(ServerFlags.parse("# why\n-Xmx64m\n\n  -XX:+UseSerialGC \n"))
        .containsExactly("-Xmx64m", "-XX:+UseSerialGC");
  }

  @Test
  void the_server_brings_its_own() throws IOException {
    assertThat(ServerFlags.read()).isNotEmpty().allMatch(flag -> flag.startsWith("-"));
  }
}
