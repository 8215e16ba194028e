package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.result.MemoryLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A level of idle users in one line. */
final class MemoryText {
  private MemoryText() {}

  static String of(MemoryLevel level) {
    return String.format(
        Locale.ROOT,
        "memory of %,d idle users: resident %s, live heap %s; registered in %.2f s, %s each",
        level.users(),
        mebibytes(level.residentBytes()),
        mebibytes(level.liveHeapBytes()),
        level.registrationSeconds(),
        micros(level.registrationCpuMicros()));
  }

  private static String mebibytes(@Nullable Long bytes) {
    return bytes == null
        ? "unknown"
        : String.format(Locale.ROOT, "%.1f MiB", bytes / (1024.0 * 1024));
  }

  private static String micros(@Nullable Double micros) {
    return micros == null
        ? "server CPU unknown"
        : String.format(Locale.ROOT, "%.0f µs of server CPU", micros);
  }
}
