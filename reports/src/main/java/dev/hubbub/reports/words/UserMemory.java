package dev.hubbub.reports.words;

import dev.hubbub.measure.LinearFit;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.reports.text.Numbers;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The memory of an idle user, in words: slopes with their standard errors, or that the levels don't
 * tell. A figure that was not measured is {@link Numbers#UNKNOWN}.
 *
 * @param resident set of the server's process
 * @param liveHeap of the server's JVM
 * @param kernelSockets what the kernel holds for the sockets
 */
public record UserMemory(String resident, String liveHeap, String kernelSockets) {
  // A slope that is less than twice its error may as well be half or double of it.
  private static final double ERROR_SHARE_MAX = 0.5;
  // Bytes are whole: an error below this is none.
  private static final double ERROR_BYTES_MIN = 0.5;

  /** The words for a result. */
  public static UserMemory of(MemoryResult memory) {
    List<MemoryLevel> levels = memory.levels();
    Double heap = memory.liveHeapBytesPerUser();
    return new UserMemory(
        // What lives in the heap is resident: with less, something else has shrunk meanwhile.
        words(
            memory.residentBytesPerUser(),
            error(levels, MemoryLevel::residentBytes),
            heap == null ? 0 : Math.max(0, heap)),
        words(heap, error(levels, MemoryLevel::liveHeapBytes), 0),
        words(memory.kernelSocketBytesPerUser(), error(levels, MemoryLevel::kernelSocketBytes), 0));
  }

  private static String words(@Nullable Double slope, @Nullable Double error, double slopeMin) {
    if (slope == null || !Double.isFinite(slope)) {
      return Numbers.UNKNOWN;
    }
    String figure =
        error == null ? Numbers.bytes(slope) : Numbers.bytes(slope) + " ± " + Numbers.bytes(error);
    return slope < slopeMin || isTooLarge(error, slope) ? "not resolved (" + figure + ")" : figure;
  }

  private static boolean isTooLarge(@Nullable Double error, double slope) {
    return error != null && error > Math.max(ERROR_BYTES_MIN, slope * ERROR_SHARE_MAX);
  }

  private static @Nullable Double error(
      List<MemoryLevel> levels, Function<MemoryLevel, @Nullable Long> bytes) {
    return LinearFit.slopeError(
        levels, level -> (double) level.users(), level -> real(bytes.apply(level)));
  }

  private static @Nullable Double real(@Nullable Long bytes) {
    return bytes == null ? null : (double) bytes;
  }
}
