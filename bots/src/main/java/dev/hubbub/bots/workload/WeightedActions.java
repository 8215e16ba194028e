package dev.hubbub.bots.workload;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/** Random actions, each as often as its weight says. */
final class WeightedActions {
  private final SplittableRandom random;
  private final Action[] actions;
  private final int[] weightsUpTo;

  /** With at least one weight over 0. */
  WeightedActions(SplittableRandom random, Map<Action, Integer> weights) {
    this.random = random;
    this.actions = weights.keySet().stream().sorted().toArray(Action[]::new);
    this.weightsUpTo = Arrays.stream(actions).mapToInt(weights::get).toArray();
    Arrays.parallelPrefix(weightsUpTo, Integer::sum);
  }

  Action next() {
    if (actions.length == 1) {
      return actions[0];
    }
    int point = random.nextInt(weightsUpTo[weightsUpTo.length - 1]);
    int index = 0;
    while (weightsUpTo[index] <= point) {
      index++;
    }
    return actions[index];
  }
}
