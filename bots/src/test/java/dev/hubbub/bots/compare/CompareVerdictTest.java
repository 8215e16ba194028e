package dev.hubbub.bots.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.Verdict.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareVerdictTest {
  private static final ContenderResult SOUND =
      Comparisons.with("server", Comparisons.step(10, null, true));

  @Test
  void figures_for_all_are_done() {
    assertThat(verdict(SOUND, Comparisons.with("echo", Comparisons.step(9, null, true))))
        .isEqualTo(new CompareVerdict(List.of(), List.of()));
  }

  @Test
  void a_generator_at_its_limit_in_every_round_leaves_nothing_to_compare() {
    CompareVerdict verdict =
        verdict(SOUND, Comparisons.with("irc", Comparisons.step(9, Comparisons.LATE, true)));

    assertThat(verdict.exitStatus()).isEqualTo(ExitStatus.INVALID);
    assertThat(verdict.lines())
        .containsExactly("INVALID: irc at 1,000/s: the generator was the limit in every round");
  }

  @Test
  void a_server_that_misses_its_slo_is_told_and_a_peer_that_does_is_not() {
    ContenderResult missed = Comparisons.with("server", Comparisons.step(10, null, false));

    assertThat(verdict(missed, SOUND).exitStatus()).isEqualTo(ExitStatus.MISSED);
    assertThat(verdict(SOUND, missed).exitStatus()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void a_search_that_came_to_nothing_is_told() {
    CompareVerdict verdict =
        CompareVerdict.of(List.of(Comparisons.withHeld("server", null, Kind.INVALID)), List.of());

    assertThat(verdict.lines()).containsExactly("INVALID: server, search 1: made up");
  }

  private static CompareVerdict verdict(ContenderResult... contenders) {
    return CompareVerdict.of(List.of(contenders), List.of(1_000));
  }
}
