package dev.hubbub.logs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Warnings that clients can cause, so that they must not fill the disk: of each kind the first is
 * logged at once, and those that follow are counted until {@link #sum}. Safe to use from any
 * thread.
 *
 * @param <K> the kinds
 */
public final class Warnings<K extends Enum<K>> {
  private final Logger log;
  private final Map<K, AtomicLong> counts;

  /** No warning yet, of each of the kinds. */
  public Warnings(Logger log, Class<K> kinds) {
    this.log = log;
    this.counts = new EnumMap<>(kinds);
    Arrays.stream(kinds.getEnumConstants()).forEach(kind -> counts.put(kind, new AtomicLong()));
  }

  /** Logs a warning, or counts it when there was one of its kind since the last sum. */
  public void warn(K kind, String text, Object address) {
    if (isFirst(kind)) {
      log.atWarn().addKeyValue("address", address).log(text);
    }
  }

  /** The same for a fault of the program. */
  public void error(K kind, String text, Object address, Throwable cause) {
    if (isFirst(kind)) {
      log.atError().addKeyValue("address", address).setCause(cause).log(text);
    }
  }

  /** Logs how many were counted, a line a kind, and begins anew. */
  public void sum() {
    counts.forEach((kind, count) -> {
      long more = count.getAndSet(0) - 1;
      if (more > 0) {
        log.atWarn().addKeyValue("kind", kind).addKeyValue("count", more).log("the same again");
      }
    });
  }

  private boolean isFirst(K kind) {
    AtomicLong count = counts.get(kind);
    return count != null && count.getAndIncrement() == 0;
  }
}
