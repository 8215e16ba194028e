package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.hubbub.measure.Pacer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WorkloadPlanTest {
  private static final long SECOND = 1_000_000_000;

  /** One action of a plan. */
  private record Step(long dueNs, Action action, int actor, int peer, int bytes, long awayNs) {}

  @Test
  void at_a_constant_rate_times_are_those_of_the_pacer() {
    Pacer pacer = new Pacer(300);
    List<Step> steps = steps(plan("{'weights': {'direct': 1}}", 300, 7), 10 * SECOND);

    assertThat(steps).hasSize(3_000);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(steps.get(i).dueNs).isEqualTo(pacer.dueNs(i));
    }
  }

  @Test
  void at_a_constant_rate_users_take_turns() {
    List<Step> steps = steps(plan("{'weights': {'direct': 1}}", 3, 3), 2 * SECOND);

    assertThat(steps).extracting(Step::actor).containsExactly(0, 1, 2, 0, 1, 2);
  }

  @Test
  void poisson_gaps_have_the_mean_and_the_spread_of_an_exponential() {
    LoadPlan plan = plan("{'weights': {'direct': 1}, 'arrival': 'poisson'}", 1_000, 10);
    List<Step> steps = steps(plan, 100 * SECOND);

    assertThat(steps.size()).isBetween(98_500, 101_500);
    double sum = 0;
    double squares = 0;
    for (int i = 1; i < steps.size(); i++) {
      double gapMs = (steps.get(i).dueNs - steps.get(i - 1).dueNs) / 1e6;
      sum += gapMs;
      squares += gapMs * gapMs;
    }
    double mean = sum / (steps.size() - 1);
    assertThat(mean).isCloseTo(1, offset(0.02));
    assertThat(Math.sqrt(squares / (steps.size() - 1) - mean * mean)).isCloseTo(1, offset(0.02));
    assertThat(perUser(steps))
        .allSatisfy((user, count) -> assertThat(count).isBetween(9_600, 10_400));
  }

  @Test
  void with_think_times_a_user_pauses_that_long_whatever_the_others_do() {
    List<Step> steps =
        steps(plan("{'weights': {'direct': 1}, 'think': 'uniform:1s-3s'}", 10, 20), 100 * SECOND);

    assertThat(steps.size()).isBetween(950, 1_050);
    assertThat(steps).isSortedAccordingTo((a, b) -> Long.compare(a.dueNs, b.dueNs));
    for (int user = 0; user < 20; user++) {
      List<Long> own = times(steps, user);
      assertThat(own.getFirst()).isLessThan(3 * SECOND);
      for (int i = 1; i < own.size(); i++) {
        assertThat(own.get(i) - own.get(i - 1)).isBetween(SECOND, 3 * SECOND);
      }
    }
  }

  @Test
  void a_rate_that_is_asked_for_shortens_all_think_times_alike() {
    LoadPlan plan = plan("{'weights': {'direct': 1}, 'think': 'uniform:1s-3s'}", 1_000, 20);

    assertThat(steps(plan, 20 * SECOND).size()).isBetween(19_500, 20_500);
  }

  @Test
  void every_other_user_is_equally_likely_to_be_written_to() {
    int[][] counts = pairs(plan("{'weights': {'direct': 1}}", 1_000, 5));

    for (int actor = 0; actor < 5; actor++) {
      for (int peer = 0; peer < 5; peer++) {
        assertThat(counts[actor][peer])
            .isBetween(actor == peer ? 0 : 2_250, actor == peer ? 0 : 2_750);
      }
    }
  }

  @Test
  void popular_users_are_written_to_as_zipfs_law_says() {
    int[][] counts = pairs(plan("{'weights': {'direct': 1}, 'receivers': 'zipf:1'}", 1_000, 5));

    // The last user writes to four: 12/25, 6/25, 4/25, 3/25 of its 10,000 messages.
    assertThat(counts[4][0]).isBetween(4_600, 5_000);
    assertThat(counts[4][1]).isBetween(2_200, 2_600);
    assertThat(counts[4][2]).isBetween(1_400, 1_800);
    assertThat(counts[4][3]).isBetween(1_000, 1_400);
    for (int user = 0; user < 5; user++) {
      assertThat(counts[user][user]).isZero();
    }
  }

  @Test
  void who_is_alone_writes_to_itself() {
    LoadPlan plan = plan("{'weights': {'direct': 1}}", 10, 1);

    assertThat(steps(plan, SECOND)).hasSize(10).allMatch(step -> step.actor == 0 && step.peer == 0);
  }

  @Test
  void actions_are_taken_as_often_as_their_weights_say() {
    LoadPlan plan = plan("{'weights': {'direct': 6, 'time': 3, 'leave': 1}}", 1_000, 1_000);
    Map<Action, Integer> counts = new HashMap<>();
    steps(plan, 10 * SECOND).forEach(step -> counts.merge(step.action, 1, Integer::sum));

    assertThat(counts.get(Action.DIRECT)).isBetween(5_700, 6_300);
    assertThat(counts.get(Action.TIME)).isBetween(2_700, 3_300);
    assertThat(counts.get(Action.LEAVE)).isBetween(850, 1_150);
  }

  @Test
  void who_has_left_does_nothing_until_it_is_due_back() {
    assertAbsentDoNothing("{'weights': {'direct': 9, 'leave': 1}}");
    assertAbsentDoNothing("{'weights': {'direct': 1}, 'churn': 0.1}");
    assertAbsentDoNothing("{'weights': {'direct': 1}, 'think': 'exponential:1s', 'churn': 0.1}");
  }

  @Test
  void churn_is_the_share_of_the_users_that_leave_each_second() {
    List<Step> steps =
        steps(
            plan("{'weights': {'direct': 1}, 'churn': 0.02, 'away': '50ms'}", 100, 500),
            100 * SECOND);
    List<Step> leaves = steps.stream().filter(step -> step.action == Action.LEAVE).toList();

    assertThat(leaves.size()).isBetween(900, 1_100);
    assertThat(leaves).allMatch(step -> step.awayNs == SECOND / 20);
    assertThat(steps.size() - leaves.size()).as("the other actions").isEqualTo(10_000);
  }

  @Test
  void in_a_storm_all_leave_at_the_same_moment_again_and_again() {
    LoadPlan plan = plan("{'weights': {'direct': 1}, 'storm': '3s'}", 100, 40);
    List<Step> leaves =
        steps(plan, 10 * SECOND).stream().filter(step -> step.action == Action.LEAVE).toList();

    assertThat(leaves).hasSize(120).allMatch(step -> step.awayNs == 0);
    for (int storm = 1; storm <= 3; storm++) {
      long atNs = 3L * storm * SECOND;
      assertThat(leaves.stream().filter(step -> step.dueNs == atNs).map(Step::actor))
          .hasSize(40)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void in_a_ramp_users_come_in_groups_and_act_from_then_on() {
    String text = "{'weights': {'direct': 1}, 'arrival': 'poisson', 'ramp': '50/2s'}";
    LoadPlan plan = new WorkloadPlan(Workloads.json(text), 42, 200, 200, 50);
    List<Step> steps = steps(plan, 10 * SECOND);
    List<Step> joins = steps.stream().filter(step -> step.action == Action.JOIN).toList();

    assertThat(joins).hasSize(150);
    for (int i = 0; i < 150; i++) {
      assertThat(joins.get(i).actor).isEqualTo(50 + i);
      assertThat(joins.get(i).dueNs).isEqualTo((i / 50 + 1L) * 2 * SECOND);
    }
    assertThat(steps)
        .allSatisfy(step -> {
          int there = (int) Math.min(200, 50 * (1 + step.dueNs / (2 * SECOND)));
          assertThat(step.actor).isLessThan(there);
          assertThat(step.peer).isLessThan(there);
        });
    // A user acts once a second: 2 s of each of 50, 100 and 150, then 4 s of 200.
    assertThat(steps.size() - joins.size()).isBetween(1_250, 1_550);
  }

  @Test
  void a_ramp_without_groups_spreads_the_users_and_drops_no_turn() {
    String text = "{'weights': {'direct': 1}, 'ramp': '8s'}";
    LoadPlan plan = new WorkloadPlan(Workloads.json(text), 42, 100, 1_000, 2);
    List<Step> steps = steps(plan, 10 * SECOND);

    assertThat(steps.stream().filter(step -> step.action == Action.JOIN).count()).isEqualTo(998);
    assertThat(steps).isSortedAccordingTo((a, b) -> Long.compare(a.dueNs, b.dueNs));
    // Half the rate on average for eight seconds, all of it for two.
    assertThat(steps.size() - 998).isBetween(590, 610);
  }

  @Test
  void bots_of_one_group_beat_together() {
    String text = "{'weights': {'everyone': 1}, 'think': '3s', 'ramp': '50/2s'}";
    LoadPlan plan = new WorkloadPlan(Workloads.json(text), 42, 100 / 3.0, 100, 50);
    List<Step> steps = steps(plan, 20 * SECOND);

    List<Long> late = times(steps.stream().filter(step -> step.action == Action.EVERYONE), 77);
    assertThat(late).containsExactly(5 * SECOND, 8 * SECOND, 11 * SECOND, 14 * SECOND, 17 * SECOND);
    assertThat(times(steps, 3).getFirst()).isLessThan(3 * SECOND);
  }

  @Test
  void slow_readers_are_written_to_and_never_act_and_the_rate_stays() {
    LoadPlan plan = plan("{'weights': {'direct': 1}, 'slow-readers': 0.2}", 100, 10);
    List<Step> steps = steps(plan, 10 * SECOND);

    assertThat(steps).hasSize(1_000).allMatch(step -> step.actor >= 2);
    assertThat(steps.stream().filter(step -> step.peer < 2).count()).isBetween(170L, 280L);
  }

  @Test
  void other_sizes_change_no_times_and_no_receivers() {
    String sized = "{'weights': {'direct': 1}, 'arrival': 'poisson', 'payload': 'uniform:32-512'}";
    List<Step> one = steps(plan(sized, 500, 20), 5 * SECOND);
    List<Step> other = steps(plan(sized.replace("uniform:32-512", "100"), 500, 20), 5 * SECOND);

    assertThat(one).extracting(Step::bytes).doesNotContain(31, 513).contains(32, 512);
    assertThat(one.stream().map(s -> s.dueNs + " " + s.actor + " " + s.peer))
        .isEqualTo(other.stream().map(s -> s.dueNs + " " + s.actor + " " + s.peer).toList());
  }

  private static void assertAbsentDoNothing(String text) {
    Map<Integer, Long> backNs = new HashMap<>();
    for (Step step : steps(plan(text, 50, 20), 60 * SECOND)) {
      assertThat(backNs.getOrDefault(step.actor, 0L)).isLessThanOrEqualTo(step.dueNs);
      if (step.action == Action.LEAVE) {
        assertThat(step.awayNs).isBetween(SECOND / 10, SECOND);
        backNs.put(step.actor, step.dueNs + step.awayNs);
      }
    }
    assertThat(backNs).hasSizeGreaterThan(10);
  }

  private static LoadPlan plan(String text, double perSecond, int users) {
    return new WorkloadPlan(Workloads.json(text), 42, perSecond, users, users);
  }

  private static List<Step> steps(LoadPlan plan, long untilNs) {
    List<Step> steps = new ArrayList<>();
    for (plan.advance(); plan.dueNs() < untilNs; plan.advance()) {
      steps.add(
          new Step(
              plan.dueNs(),
              plan.action(),
              plan.actor(),
              plan.peer(),
              plan.payloadBytes(),
              plan.awayNs()));
    }
    return steps;
  }

  private static int[][] pairs(LoadPlan plan) {
    int[][] counts = new int[5][5];
    steps(plan, 50 * SECOND).forEach(step -> counts[step.actor][step.peer]++);
    return counts;
  }

  private static Map<Integer, Integer> perUser(List<Step> steps) {
    Map<Integer, Integer> counts = new HashMap<>();
    steps.forEach(step -> counts.merge(step.actor, 1, Integer::sum));
    return counts;
  }

  private static List<Long> times(List<Step> steps, int user) {
    return times(steps.stream(), user);
  }

  private static List<Long> times(java.util.stream.Stream<Step> steps, int user) {
    Predicate<Step> own = step -> step.actor == user;
    return steps.filter(own).map(Step::dueNs).toList();
  }
}
