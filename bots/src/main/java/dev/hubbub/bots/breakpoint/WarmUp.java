package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.LoadGenerator;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.bots.StepPlan;
import dev.hubbub.bots.WindowListener;
import dev.hubbub.measure.SteadyState;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Runs a load on registered users until it is steady, so that no step meets a cold server: windows
 * of a twelfth of the longest time, one after the other.
 */
public final class WarmUp {
  private static final int WINDOWS_MAX = 12;

  private final LoadGenerator load;
  private final SteadyState state;
  private final LiveProgress progress;

  /**
   * A warm-up that has not begun.
   *
   * @param latencyP99MsMax what the SLO allows, in milliseconds
   */
  public WarmUp(LoadGenerator load, double latencyP99MsMax, LiveProgress progress) {
    this.load = load;
    this.state = new SteadyState(latencyP99MsMax);
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param max the longest that the windows may take, drains apart
   * @return what was not steady when the time was up, in words, or null
   * @throws IOException if the load can't be run
   */
  public @Nullable String run(double messagesPerSecond, Duration max, Duration drainMax)
      throws IOException, InterruptedException {
    Duration window = max.dividedBy(WINDOWS_MAX);
    StepPlan plan = new StepPlan(messagesPerSecond, Duration.ZERO, window, drainMax);
    for (int number = 1; number <= WINDOWS_MAX && state.unsteady() != null; number++) {
      StepMeasurement measured = load.measure(plan, new Window());
      state.add(measured.deliveredPerSecond(), measured.latency());
      progress.live(
          String.format(
              Locale.ROOT,
              "window %d of at most %d: %,.0f/s, p99 %s",
              number,
              WINDOWS_MAX,
              measured.deliveredPerSecond(),
              ProgressText.millis(measured.latency().p99Ms())));
    }
    String unsteady = state.unsteady();
    return unsteady == null
        ? null
        : "not steady after a warm-up of " + max.toSeconds() + " s: " + unsteady;
  }

  private static final class Window implements WindowListener {
    @Override
    public void windowStarted() {}

    @Override
    public void windowEnded() {}
  }
}
