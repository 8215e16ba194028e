package dev.hubbub.container;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.breakpoint.Dimension;
import dev.hubbub.bots.breakpoint.DimensionSearch;
import dev.hubbub.bots.breakpoint.FleetOptions;
import dev.hubbub.bots.breakpoint.FleetStepRunner;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.RepeatedSearch;
import dev.hubbub.bots.breakpoint.SearchConfig;
import dev.hubbub.bots.breakpoint.ServerObserver;
import dev.hubbub.bots.local.Pinning;
import dev.hubbub.bots.local.Taskset;
import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.Ceiling;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.MetricsPage;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.ContainerSize;
import dev.hubbub.measure.result.DimensionResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The capacity search against containers of one size: a fresh one for each dimension. */
final class SizeMeasurement {
  private record Found(
      DimensionResult result, @Nullable Long memoryPeakBytes, boolean outOfMemory) {}

  private final SizePlan plan;
  private final SizePlan.Size size;
  private final @Nullable Long openFilesMax;
  private final FleetOptions users;
  private final LiveProgress progress;
  private final Pinning pinning;

  /**
   * A measurement that has not begun.
   *
   * @param openFilesMax asked of the engine; null for what it gives by itself
   */
  SizeMeasurement(
      SizePlan plan,
      SizePlan.Size size,
      @Nullable Long openFilesMax,
      FleetOptions users,
      LiveProgress progress)
      throws InterruptedException {
    this.plan = plan;
    this.size = size;
    this.openFilesMax = openFilesMax;
    this.users = users;
    this.progress = progress;
    this.pinning = pinning(size.cpus());
  }

  /**
   * Measures both dimensions.
   *
   * @throws IOException if a step could not be run, because the server had ended for example
   */
  ContainerSize run() throws IOException, InterruptedException {
    Found byUsers = search(Dimension.USERS);
    Found byRate = search(Dimension.RATE);
    Long peak =
        Stream.of(byUsers, byRate)
            .map(Found::memoryPeakBytes)
            .filter(Objects::nonNull)
            .max(Long::compare)
            .orElse(null);
    return new ContainerSize(
        size.cpus(),
        size.memoryMiB(),
        pinning.text(),
        byUsers.result(),
        byRate.result(),
        peak,
        byUsers.outOfMemory() || byRate.outOfMemory());
  }

  private Found search(Dimension dimension) throws IOException, InterruptedException {
    progress.line(
        String.format(
            Locale.ROOT,
            "%s with %.1f CPUs and %,d MiB",
            dimension,
            size.cpus(),
            size.memoryMiB()));
    ContainerSpec spec =
        ContainerSpec.of(size.cpus(), size.memoryMiB(), pinning.server(), openFilesMax);
    try (ServerContainer server = ServerContainer.start(spec)) {
      DimensionResult result = search(dimension, server);
      return new Found(result, server.memoryPeakBytes().orElse(null), server.isOutOfMemory());
    }
  }

  private DimensionResult search(Dimension dimension, ServerContainer server)
      throws IOException, InterruptedException {
    ProcessProbe probe = new ProcessProbe(server.pid());
    ServerObserver observer =
        new ServerObserver(
            probe,
            new MetricsPage(server.admin("/metrics")),
            !pinning.server().isEmpty(),
            size.cpus());
    SearchConfig config = plan.search(dimension, ceiling(server));
    HostPort place = new HostPort(ServerContainer.HOST, server.port());
    try (Fleet fleet = Fleet.start(users.config(List.of(place), pinning.generator()))) {
      FleetStepRunner runner = new FleetStepRunner(fleet, config, observer, progress);
      Attribution attribution = new Attribution(observer.cores(), probe.openFilesMax());
      String unsteady = runner.warmUp();
      RepeatedSearch search =
          new RepeatedSearch(
              1,
              () -> new DimensionSearch(config, runner, attribution, progress, System::nanoTime),
              unsteady,
              progress);
      search.run();
      return search.result("the search was ended");
    }
  }

  private static Ceiling ceiling(ServerContainer server) {
    int most = server.connectionsMax();
    return new Ceiling(
        most,
        String.format(
            Locale.ROOT,
            "the container's limit of open files was reached and held: it takes %,d connections",
            most));
  }

  // Where the container's processors fit into the server's half of the machine, it gets that half
  // to itself.
  private static Pinning pinning(double cpus) throws InterruptedException {
    List<Integer> own = new ProcessProbe(ProcessHandle.current().pid()).processors();
    Pinning plan = Pinning.plan(own, Taskset.isAvailable());
    return plan.server().isEmpty() || cpus <= plan.server().size()
        ? plan
        : Pinning.none(
            "the container may use more than half of the machine's " + own.size() + " processors");
  }
}
