package dev.hubbub.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.breakpoint.Dimension;
import dev.hubbub.bots.breakpoint.SearchConfig;
import dev.hubbub.bots.breakpoint.StepTimes;
import dev.hubbub.bots.search.Ceiling;
import dev.hubbub.measure.result.SloLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final CapacityPlan PLAN =
      new CapacityPlan(
          2_500,
          2_000,
          500,
          0.1,
          2,
          3,
          0.05,
          40,
          1,
          new StepTimes(SECOND, SECOND, SECOND, SECOND),
          SloLimits.DEFAULT,
          SECOND,
          2_500,
          5,
          Duration.ofMinutes(5));

  @Test
  void memory_is_measured_at_equal_steps() {
    assertThat(PLAN.memoryUsers(new Ceiling(19_904, "files")))
        .containsExactly(2_500, 5_000, 7_500, 10_000, 12_500);
    assertThat(PLAN.memoryUsers(null)).hasSize(5);
  }

  @Test
  void a_small_server_has_smaller_steps() {
    assertThat(PLAN.memoryUsers(new Ceiling(60, "configured"))).containsExactly(12, 24, 36, 48, 60);
  }

  @Test
  void the_search_by_users_knows_the_ceiling() {
    Ceiling ceiling = new Ceiling(19_904, "files");

    SearchConfig search = PLAN.byUsers(ceiling, Duration.ofSeconds(60));

    assertThat(search.dimension()).isEqualTo(Dimension.USERS);
    assertThat(search.plan().ceiling()).isEqualTo(ceiling);
    assertThat(search.messagesPerSecondAt(5_000)).isEqualTo(500);
    assertThat(search.fixed()).isEqualTo("0.1 messages a second and user");
  }

  @Test
  void the_search_by_rate_has_no_more_users_than_the_server_takes() {
    SearchConfig search = PLAN.byRate(new Ceiling(60, "configured"), Duration.ofSeconds(60));

    assertThat(search.usersAt(4_000)).isEqualTo(60);
    assertThat(search.plan().ceiling()).isNull();
    assertThat(PLAN.byRate(null, SECOND).usersAt(4_000)).isEqualTo(500);
  }
}
