package dev.hubbub.bots;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.cli.HostPort;
import dev.hubbub.tls.ClientTlsFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a swarm, checked and complete.
 *
 * @param texts every option by its long name, with the value that counted
 */
record SwarmOptions(
    List<HostPort> targets,
    WorkerHosts hosts,
    int users,
    Duration duration,
    Workload workload,
    long seed,
    Duration connectTimeout,
    Duration drainTimeout,
    @Nullable ClientTlsFiles tls,
    Map<String, String> texts) {
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
}
