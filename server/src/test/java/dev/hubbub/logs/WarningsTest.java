package dev.hubbub.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Warnings that an attacker can cause do not fill the disk. */
class WarningsTest {
  private enum Kind {
    COLD,
    HOT
  }

  private final LogLines log = new LogLines();
  private final Warnings<Kind> warnings = new Warnings<>(log.logger(), Kind.class);

  @Test
  void of_each_kind_the_first_is_logged_at_once_and_the_rest_is_counted() {
    for (int i = 0; i < 1_000; i++) {
      warnings.warn(Kind.COLD, "it is cold", "address " + i);
    }
    warnings.error(Kind.HOT, "it is hot", "there", new IllegalStateException("burnt"));

    assertThat(log.lines())
        .containsExactly("WARN it is cold [address=address 0]", "ERROR it is hot [address=there]");

    warnings.sum();

    assertThat(log.lines())
        .hasSize(3)
        .last()
        .isEqualTo("WARN the same again [kind=COLD, count=999]");
  }

  @Test
  void after_a_sum_the_next_is_logged_at_once_again() {
    warnings.warn(Kind.COLD, "it is cold", "here");
    warnings.sum();
    warnings.sum();
    warnings.warn(Kind.COLD, "it is cold", "there");

    assertThat(log.lines())
        .containsExactly("WARN it is cold [address=here]", "WARN it is cold [address=there]");
  }
}
