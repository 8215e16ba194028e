package dev.hubbub.bots.workload;

import java.util.SplittableRandom;

/**
 * Turns of each user for itself, with a pause after each. A binary heap of users by their next
 * turn; equal times go by the user's number.
 */
final class OwnTurns implements Turns {
  private final SplittableRandom random;
  private final Times think;
  private final double factor;
  private final int first;
  private final long[] nextNs;
  private final int[] heap;
  private int size;
  private int joined;

  /**
   * For the users from a number on; those before it have no turn.
   *
   * @param users how many there can be
   * @param factor by which all pauses are longer than the think times say
   */
  OwnTurns(SplittableRandom random, Times think, double factor, int first, int users) {
    this.random = random;
    this.think = think;
    this.factor = factor;
    this.first = first;
    this.joined = first;
    this.nextNs = new long[users];
    this.heap = new int[users];
  }

  @Override
  public long dueNs() {
    return size == 0 ? NEVER : nextNs[heap[0]];
  }

  @Override
  public int user() {
    return heap[0];
  }

  @Override
  public void advance() {
    nextNs[heap[0]] += pauseNs();
    sinkFirst();
  }

  @Override
  public boolean postpone(long untilNs) {
    nextNs[heap[0]] = untilNs;
    sinkFirst();
    return true;
  }

  // Who is there from the start is somewhere within a pause, for else all would act as one. Who
  // comes later begins with a whole one.
  @Override
  public void joined(int users, long atNs) {
    for (int user = joined; user < users; user++) {
      long pauseNs = pauseNs();
      nextNs[user] = atNs + (atNs == 0 ? Math.round(pauseNs * random.nextDouble()) : pauseNs);
      add(user);
    }
    joined = Math.max(first, users);
  }

  private long pauseNs() {
    return Math.max(1, Math.round(think.nextNs(random) * factor));
  }

  private void add(int user) {
    int at = size++;
    while (at > 0 && isBefore(user, heap[(at - 1) / 2])) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = user;
  }

  private void sinkFirst() {
    int user = heap[0];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (child >= size || !isBefore(heap[child], user)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = user;
  }

  private boolean isBefore(int a, int b) {
    return nextNs[a] < nextNs[b] || (nextNs[a] == nextNs[b] && a < b);
  }
}
