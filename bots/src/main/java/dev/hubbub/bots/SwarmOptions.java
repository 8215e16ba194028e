package dev.hubbub.bots;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.cli.Durations;
import dev.hubbub.cli.HostPort;
import dev.hubbub.tls.ClientTlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of a swarm, checked and complete. */
record SwarmOptions(
    List<HostPort> targets,
    WorkerHosts hosts,
    int users,
    Duration duration,
    Workload workload,
    long seed,
    Duration connectTimeout,
    Duration drainTimeout,
    @Nullable ClientTlsFiles tls) {
  FleetConfig fleet() {
    return new FleetConfig(
            targets,
            workload.bareNames() ? Protocol.HUBBUB_BARE_NAMES : Protocol.HUBBUB,
            seed,
            FleetConfig.PAYLOAD_BYTES_DEFAULT,
            connectTimeout,
            List.of(),
            hosts)
        .withTls(tls);
  }

  String server() {
    return TargetOptions.text(targets);
  }

  /** Every option by its long name. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("--target", server());
    texts.put(
        "--worker",
        hosts.addresses().stream().map(HostPort::toString).collect(Collectors.joining(",")));
    texts.put("--users", String.valueOf(users));
    texts.put("--duration", Durations.format(duration));
    texts.put("--workload", workload.name());
    texts.put("--rate-per-user", String.valueOf(workload.pace().ratePerUser()));
    texts.put("--weights", weightsText());
    texts.put("--payload", workload.payload().toString());
    texts.put("--seed", String.valueOf(seed));
    texts.put("--connect-timeout", Durations.format(connectTimeout));
    texts.put("--drain-timeout", Durations.format(drainTimeout));
    texts.put("--tls", String.valueOf(tls != null));
    if (tls != null) {
      put(texts, "--tls-ca", tls.authority());
      put(texts, "--tls-cert", tls.certificate());
      put(texts, "--tls-key", tls.key());
    }
    return texts;
  }

  private static void put(Map<String, String> texts, String option, @Nullable Path file) {
    if (file != null) {
      texts.put(option, file.toString());
    }
  }

  private String weightsText() {
    return workload.weights().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getKey().key() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }
}
