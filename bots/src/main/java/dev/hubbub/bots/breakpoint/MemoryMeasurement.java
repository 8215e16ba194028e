package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.Growth;
import dev.hubbub.measure.Jcmd;
import dev.hubbub.measure.KernelProbe;
import dev.hubbub.measure.LinearFit;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Registers users level by level and reads what the server takes for them while they are idle. */
public final class MemoryMeasurement {
  private final Fleet fleet;
  private final @Nullable ProcessProbe server;
  private final LiveProgress progress;
  private final List<MemoryLevel> levels = new ArrayList<>();

  /**
   * No level yet.
   *
   * @param server its process, null when it can't be observed
   */
  public MemoryMeasurement(Fleet fleet, @Nullable ProcessProbe server, LiveProgress progress) {
    this.fleet = fleet;
    this.server = server;
    this.progress = progress;
  }

  /** Measures a further level, above those before. Whether so many users could be registered. */
  public boolean measure(int users, Duration timeout) throws IOException, InterruptedException {
    progress.subject(String.format(Locale.ROOT, "memory of %,d idle users", users));
    int before = fleet.users();
    Long cpuNsBefore = server == null ? null : server.cpuNs();
    Growth growth =
        fleet.growTo(
            users,
            timeout,
            now -> progress.live(String.format(Locale.ROOT, "%,d registered", now)));
    Long cpuNsAfter = server == null ? null : server.cpuNs();
    int registered = growth.users() - before;
    if (growth.users() < users) {
      progress.line(
          String.format(
              Locale.ROOT,
              "memory: ends at %,d of %,d users: %s",
              growth.users(),
              users,
              growth.firstError()));
      return false;
    }
    // The live heap first: counting it collects the garbage, which else would be in the resident
    // set.
    Long liveHeapBytes = server == null ? null : Jcmd.liveHeapBytes(server.pid());
    levels.add(
        new MemoryLevel(
            growth.users(),
            server == null ? null : server.residentBytes(),
            liveHeapBytes,
            server == null ? null : new KernelProbe().socketMemoryBytes(),
            growth.seconds(),
            cpuNsBefore == null || cpuNsAfter == null
                ? null
                : (cpuNsAfter - cpuNsBefore) / 1e3 / registered));
    progress.line(MemoryText.of(levels.getLast()));
    return true;
  }

  /** The levels measured so far and the slopes through them, or null when there is none. */
  public @Nullable MemoryResult result() {
    if (levels.isEmpty()) {
      return null;
    }
    return new MemoryResult(
        List.copyOf(levels),
        LinearFit.slope(levels, MemoryMeasurement::users, level -> real(level.residentBytes())),
        LinearFit.slope(levels, MemoryMeasurement::users, level -> real(level.liveHeapBytes())),
        known(
            LinearFit.slope(
                levels, MemoryMeasurement::users, level -> real(level.kernelSocketBytes()))));
  }

  // The kernel counts the buffers of all sockets of the machine. Idle users have next to none, so
  // that others may outweigh them: memory that falls while users come says nothing of a user.
  private static @Nullable Double known(@Nullable Double slope) {
    return slope == null || slope < 0 ? null : slope;
  }

  private static double users(MemoryLevel level) {
    return level.users();
  }

  private static @Nullable Double real(@Nullable Long bytes) {
    return bytes == null ? null : (double) bytes;
  }
}
