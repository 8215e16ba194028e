package dev.hubbub.measure;

import dev.hubbub.measure.result.Percentiles;
import org.jspecify.annotations.Nullable;

/** How late a generator sent, after the time at which each message was due. */
public final class SendLag {
  /** The 99th percentile from which on the generator was late, in milliseconds. */
  public static final double P99_MS_MAX = 10;

  private SendLag() {}

  /** The p99 in milliseconds, or the most where the sample is too small for it; null for none. */
  public static @Nullable Double ms(Percentiles sendLag) {
    return sendLag.p99Ms() != null ? sendLag.p99Ms() : sendLag.maxMs();
  }

  /** Whether the generator was late: then latencies are not the server's. */
  public static boolean isLate(Percentiles sendLag) {
    Double ms = ms(sendLag);
    return ms != null && ms > P99_MS_MAX;
  }
}
