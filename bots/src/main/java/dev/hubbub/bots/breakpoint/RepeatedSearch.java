package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.search.Repeats;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same search several times, one after the other; each has the whole budget of time. */
public final class RepeatedSearch {
  private final int repeats;
  private final Supplier<DimensionSearch> searches;
  private final @Nullable String unsteady;
  private final LiveProgress progress;
  private final List<DimensionSearch> begun = new ArrayList<>();

  /**
   * Searches that have not begun.
   *
   * @param repeats how many, at least one
   * @param searches makes each of them
   * @param unsteady why the warm-up did not become steady, in words, or null: then no number of the
   *     searches counts
   */
  public RepeatedSearch(
      int repeats,
      Supplier<DimensionSearch> searches,
      @Nullable String unsteady,
      LiveProgress progress) {
    this.repeats = repeats;
    this.searches = searches;
    this.unsteady = unsteady;
    this.progress = progress;
  }

  /**
   * Runs all of them.
   *
   * @throws IOException if a step could not be run
   */
  public void run() throws IOException, InterruptedException {
    if (unsteady != null) {
      progress.line(unsteady + ": INVALID, whatever the steps will show");
    }
    for (int number = 1; number <= repeats; number++) {
      if (repeats > 1) {
        progress.line("search " + number + " of " + repeats);
      }
      DimensionSearch search = searches.get();
      begun.add(search);
      search.run();
    }
  }

  /** How many steps were run. */
  public int steps() {
    return begun.stream().mapToInt(DimensionSearch::steps).sum();
  }

  /**
   * The result of the searches that came to their end; where none did, of the one that was begun.
   *
   * @param stopReason why a search ended before its end, should it have; in words
   */
  public DimensionResult result(String stopReason) {
    List<DimensionSearch> ended = begun.stream().filter(DimensionSearch::isEnded).toList();
    List<DimensionSearch> counted = ended.isEmpty() ? begun : ended;
    DimensionResult result =
        Repeats.combine(counted.stream().map(search -> search.result(stopReason)).toList());
    return unsteady == null || result.verdict().kind() == Verdict.Kind.INVALID
        ? result
        : withoutNumber(result, unsteady);
  }

  private static DimensionResult withoutNumber(DimensionResult result, String reason) {
    return new DimensionResult(
        result.dimension(),
        null,
        new Verdict(Verdict.Kind.INVALID, reason),
        result.breakingPoint(),
        result.fixed(),
        result.steps(),
        result.repeats(),
        null);
  }
}
