package dev.hubbub.reports.section;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** All sections of a report, in their order. */
public final class Sections {
  private Sections() {}

  /** The sections for what is there. */
  public static List<Section> of(Report report, Findings findings) {
    List<Section> all = new ArrayList<>();
    eachRun(report, "load", SearchSection::of).forEach(all::add);
    eachRun(report, "time", TimeSection::of).forEach(all::add);
    eachRun(report, "memory", MemorySection::of).forEach(all::add);
    if (findings.history() != null) {
      all.add(history(findings.history()));
    }
    all.addAll(each(report.comparisons(), "peers", PeersSection::of));
    all.addAll(each(report.containers(), "containers", ContainersSection::of));
    all.addAll(each(report.swarms(), "swarm", SwarmSection::of));
    if (!report.benchmarks().isEmpty()) {
      all.add(JmhSection.of(report.benchmarks(), "jmh"));
    }
    all.addAll(each(report.simulations(), "gatling", GatlingSection::of));
    if (findings.scalability() != null) {
      all.add(UslSection.of(findings.scalability(), "usl"));
    }
    eachRun(report, "steps", StepsSection::of).forEach(all::add);
    eachRun(report, "environment", (run, id) -> Optional.of(EnvironmentSection.of(run, id)))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** The section about a run among those before it. */
  public static Section history(History history) {
    return HistorySection.of(history, "history");
  }

  private static <T> List<Section> each(
      List<T> results, String id, BiFunction<T, String, Section> section) {
    List<Section> all = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      all.add(section.apply(results.get(i), id(id, i)));
    }
    return all;
  }

  // Of several runs, the sections of the others say whose they are.
  private static List<Section> eachRun(
      Report report, String id, BiFunction<RunResult, String, Optional<Section>> section) {
    List<Section> all = new ArrayList<>();
    for (int i = 0; i < report.runs().size(); i++) {
      RunResult run = report.runs().get(i);
      Optional<Section> one = section.apply(run, id(id, i));
      if (one.isPresent()) {
        all.add(i == 0 ? one.get() : named(one.get(), run));
      }
    }
    return all;
  }

  private static Section named(Section section, RunResult run) {
    return new Section(
        section.id(),
        "%s (%s of %s)".formatted(section.title(), run.kind(), run.startedAt()),
        section.words(),
        section.figures(),
        section.tables(),
        section.isInSummary());
  }

  private static String id(String id, int index) {
    return index == 0 ? id : id + "-of-" + (index + 1);
  }
}
