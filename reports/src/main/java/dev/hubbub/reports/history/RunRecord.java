package dev.hubbub.reports.history;

import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.RepeatResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes from a result what the history keeps. */
public final class RunRecord {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int HASH_BYTES = 4;

  private RunRecord() {}

  /** The line of a run. */
  public static HistoryRun of(RunResult run) {
    return new HistoryRun(
        HistoryRun.SCHEMA_VERSION,
        id(run.startedAt(), ResultJson.write(run)),
        run.startedAt(),
        run.kind(),
        run.environment().gitRevision(),
        run.partialReason(),
        weakest(run),
        Conditions.environment(run.environment()),
        Conditions.options(run),
        figures(run));
  }

  private static String id(Instant startedAt, String json) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return TIME.format(startedAt) + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Verdict.@Nullable Kind weakest(RunResult run) {
    return run.dimensions().stream()
        .map(dimension -> dimension.verdict().kind())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static List<Figure> figures(RunResult run) {
    List<Figure> figures = new ArrayList<>();
    run.dimensions().forEach(dimension -> addHeld(figures, dimension));
    MemoryResult memory = run.memory();
    if (memory != null) {
      addCost(figures, Metric.RESIDENT, memory.residentBytesPerUser());
      addCost(figures, Metric.HEAP, memory.liveHeapBytesPerUser());
    }
    if (run.cost() != null) {
      addCost(figures, Metric.CPU, run.cost().serverMicrosPerMessage());
    }
    return List.copyOf(figures);
  }

  private static void addHeld(List<Figure> figures, DimensionResult dimension) {
    Double held = dimension.held();
    Verdict.Kind verdict = dimension.verdict().kind();
    if (held != null && Double.isFinite(held) && verdict != Verdict.Kind.INVALID) {
      figures.add(new Figure(dimension.dimension(), held, verdict, repeats(dimension)));
    }
  }

  private static List<Double> repeats(DimensionResult dimension) {
    List<Double> values =
        dimension.repeats().stream().map(RepeatResult::held).filter(Objects::nonNull).toList();
    return values.size() > 1 && values.size() == dimension.repeats().size() ? values : List.of();
  }

  private static void addCost(List<Figure> figures, Metric metric, @Nullable Double value) {
    if (value != null && Double.isFinite(value)) {
      figures.add(new Figure(metric.key(), value, Verdict.Kind.VALID, List.of()));
    }
  }
}
