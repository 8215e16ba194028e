package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadPlanTest {
  private static final long MILLI = 1_000_000;
  private static final Map<Action, Integer> WEIGHTS =
      Map.of(Action.DIRECT, 6, Action.TIME, 3, Action.LEAVE, 1);

  @Test
  void the_same_seed_plans_the_same_direct_messages() {
    assertThat(actions(new DirectMessagePlan(7, 20), 1_000))
        .isEqualTo(actions(new DirectMessagePlan(7, 20), 1_000))
        .isNotEqualTo(actions(new DirectMessagePlan(8, 20), 1_000));
  }

  @Test
  void the_same_seed_plans_the_same_swarm() {
    assertThat(actions(new SwarmPlan(7, 20, WEIGHTS), 1_000))
        .isEqualTo(actions(new SwarmPlan(7, 20, Map.copyOf(WEIGHTS)), 1_000))
        .isNotEqualTo(actions(new SwarmPlan(8, 20, WEIGHTS), 1_000));
  }

  @Test
  void users_take_turns_in_sending_direct_messages() {
    DirectMessagePlan plan = new DirectMessagePlan(1, 3);
    List<Integer> actors = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      plan.advance(i);
      actors.add(plan.actor());
    }

    assertThat(actors).containsExactly(0, 1, 2, 0, 1, 2, 0);
  }

  @Test
  void every_other_user_is_an_equally_likely_peer() {
    DirectMessagePlan plan = new DirectMessagePlan(1, 5);
    int[][] counts = new int[5][5];
    for (int i = 0; i < 50_000; i++) {
      plan.advance(i);
      counts[plan.actor()][plan.peer()]++;
    }

    for (int actor = 0; actor < 5; actor++) {
      for (int peer = 0; peer < 5; peer++) {
        if (actor == peer) {
          assertThat(counts[actor][peer]).isZero();
        } else {
          assertThat(counts[actor][peer]).isBetween(2_250, 2_750);
        }
      }
    }
  }

  @Test
  void a_user_that_is_alone_is_its_own_peer() {
    DirectMessagePlan plan = new DirectMessagePlan(1, 1);
    plan.advance(0);

    assertThat(plan.actor()).isZero();
    assertThat(plan.peer()).isZero();
  }

  @Test
  void actions_are_taken_as_often_as_their_weights_say() {
    SwarmPlan plan = new SwarmPlan(1, 1_000, WEIGHTS);
    Map<Action, Integer> counts = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      plan.advance(i * MILLI);
      counts.merge(plan.action(), 1, Integer::sum);
    }

    assertThat(counts.get(Action.DIRECT)).isBetween(5_700, 6_300);
    assertThat(counts.get(Action.TIME)).isBetween(2_700, 3_300);
    assertThat(counts.get(Action.LEAVE)).isBetween(850, 1_150);
  }

  @Test
  void who_has_left_does_nothing_until_it_is_due_back() {
    SwarmPlan plan = new SwarmPlan(1, 20, WEIGHTS);
    Map<Integer, Long> backNs = new HashMap<>();
    for (long dueNs = 0; dueNs < 60_000 * MILLI; dueNs += 20 * MILLI) {
      plan.advance(dueNs);
      assertThat(backNs.getOrDefault(plan.actor(), 0L)).isLessThanOrEqualTo(dueNs);
      if (plan.action() == Action.LEAVE) {
        assertThat(plan.awayNs()).isBetween(100 * MILLI, 1_000 * MILLI);
        backNs.put(plan.actor(), dueNs + plan.awayNs());
      }
    }

    assertThat(backNs).hasSizeGreaterThan(10);
  }

  private static List<String> actions(LoadPlan plan, int count) {
    List<String> actions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      plan.advance(10 * MILLI * i);
      actions.add(plan.actor() + " " + plan.action() + " " + plan.peer() + " " + plan.awayNs());
    }
    return actions;
  }
}
