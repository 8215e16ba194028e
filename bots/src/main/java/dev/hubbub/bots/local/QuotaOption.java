package dev.hubbub.bots.local;

import static dev.hubbub.cli.UsageException.require;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the processor time that a server gets. */
public final class QuotaOption {
  @Option(
      names = "--server-cpus",
      paramLabel = "N",
      description =
          "Processors' worth of time that the server gets at most, for example 0.25: so that it is"
              + " the limit and not the generator. Needs a control group (cgroup v1 or v2) that"
              + " this user may make, as root may. Default: no quota.")
  private @Nullable Double serverCpus;

  /**
   * The quota, or null.
   *
   * @throws dev.hubbub.cli.UsageException if it can't be used
   */
  public @Nullable Double cpus() {
    require(
        serverCpus == null || (serverCpus >= CpuQuota.CPUS_MIN && serverCpus <= CpuQuota.CPUS_MAX),
        "--server-cpus",
        "must be between " + CpuQuota.CPUS_MIN + " and " + (int) CpuQuota.CPUS_MAX,
        serverCpus);
    return serverCpus;
  }
}
