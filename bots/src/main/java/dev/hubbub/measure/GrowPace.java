package dev.hubbub.measure;

/**
 * How fast users were registered, and what that took of the generator.
 *
 * @param seconds from the begin of the first connection to the last confirmed registration; 0 where
 *     nobody was registered
 * @param generatorCpuShare processor time of a worker meanwhile, of the cores it may use, or of its
 *     event loop, of the one core that this can use, whichever is more; 1 is all
 * @param generatorCpuWaitShare time that the busiest thread of a worker waited for a processor that
 *     others had, over the whole time
 */
public record GrowPace(double seconds, double generatorCpuShare, double generatorCpuWaitShare) {
  /** Nothing was done. */
  public static final GrowPace NONE = new GrowPace(0, 0, 0);

  /** The most of two workers that grew at the same time. */
  public GrowPace max(GrowPace other) {
    return new GrowPace(
        Math.max(seconds, other.seconds),
        Math.max(generatorCpuShare, other.generatorCpuShare),
        Math.max(generatorCpuWaitShare, other.generatorCpuWaitShare));
  }
}
