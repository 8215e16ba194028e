package dev.hubbub.bots.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadPayloadTest {
  @Test
  void it_names_the_run_the_worker_and_the_sequence_number() {
    String blank = new String(new LoadPayload("abcdefgh", 255, 30).blank(), StandardCharsets.UTF_8);

    assertThat(blank).isEqualTo("abcdefghff000000000000dxxxxxxx");
  }

  @ParameterizedTest
  @CsvSource({
    "short,    0,   64",
    "UPPERCAS, 0,   64",
    "abcdefgh, -1,  64",
    "abcdefgh, 256, 64",
    "abcdefgh, 0,   23",
    "abcdefgh, 0,   60001",
  })
  void what_does_not_fit_is_refused(String token, int worker, int bytes) {
    assertThatIllegalArgumentException().isThrownBy(() -> new LoadPayload(token, worker, bytes));
  }
}
