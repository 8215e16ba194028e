package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.LoadGenerator;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.bots.StepPlan;
import dev.hubbub.bots.WindowListener;
import dev.hubbub.bots.search.Slo;
import dev.hubbub.measure.SteadyState;
import dev.hubbub.measure.result.SloLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Runs a load on registered users until it is steady, so that no step meets a cold server: windows
 * of a twelfth of the longest time, one after the other.
 *
 * <p>A cold server may not carry the load that a warm one does. A window in which it was overloaded
 * halves the load; where that becomes steady, the load is raised again, until it is the first one
 * again or the server doesn't carry it warm either, which is for the search to find out.
 */
public final class WarmUp {
  private static final int WINDOWS_MAX = 12;
  private static final double LOAD_SHARE_MIN = 1.0 / 64;
  // A window knows its 90th percentile from so many.
  private static final int MESSAGES_MIN = 100;

  private final LoadGenerator load;
  private final ServerObserver server;
  private final SloLimits limits;
  private final Slo slo;
  private final LiveProgress progress;

  /** A warm-up that has not begun, of a server that is judged by these limits. */
  public WarmUp(
      LoadGenerator load, ServerObserver server, SloLimits limits, LiveProgress progress) {
    this.load = load;
    this.server = server;
    this.limits = limits;
    this.slo = new Slo(limits);
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
    double lowest =
        Math.max(messagesPerSecond * LOAD_SHARE_MIN, MESSAGES_MIN * 1e9 / window.toNanos());
    double rate = messagesPerSecond;
    boolean wasSteady = false;
    double lastOverload = 0;
    SteadyState state = newState();
    for (int number = 1; number <= WINDOWS_MAX; number++) {
      StepMeasurement measured =
          measure(number, new StepPlan(rate, Duration.ZERO, window, drainMax), state);
      boolean overloaded = slo.overloaded(measured);
      if (overloaded && wasSteady) {
        return null;
      }
      if (overloaded && rate / 2 >= lowest) {
        lastOverload = rate;
        rate /= 2;
        state = newState();
      } else if (state.unsteady() == null) {
        if (overloaded || rate >= messagesPerSecond) {
          return null;
        }
        wasSteady = true;
        rate *= 2;
        state = newState();
      }
    }
    if (wasSteady) {
      return null;
    }
    String overload =
        lastOverload == 0
            ? ""
            : String.format(Locale.ROOT, ", overloaded at %,.0f/s", lastOverload);
    String unsteady = state.unsteady();
    return "not steady after a warm-up of " + max.toSeconds() + " s: " + unsteady + overload;
  }

  private SteadyState newState() {
    return new SteadyState(limits.latencyP99MsMax());
  }

  private StepMeasurement measure(int number, StepPlan plan, SteadyState state)
      throws IOException, InterruptedException {
    StepMeasurement measured = load.measure(plan, new Window(plan.window()));
    double delivered = measured.deliveredPerSecond();
    state.add(delivered, measured.latency(), server.load(delivered * measured.windowSeconds()));
    progress.live(
        String.format(
            Locale.ROOT,
            "window %d of at most %d at %,.0f/s: %,.0f/s, p99 %s",
            number,
            WINDOWS_MAX,
            plan.messagesPerSecond(),
            delivered,
            ProgressText.millis(measured.latency().p99Ms())));
    return measured;
  }

  private final class Window implements WindowListener {
    private final Duration length;

    private Window(Duration length) {
      this.length = length;
    }

    @Override
    public void windowStarted() {
      server.windowStarted(load.users(), length);
    }

    @Override
    public void windowEnded() {
      server.windowEnded();
    }
  }
}
