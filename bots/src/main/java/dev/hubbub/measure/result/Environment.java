package dev.hubbub.measure.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine and the programs of a run: what someone needs to know to repeat it.
 *
 * @param cpuModel as the kernel names it
 * @param cores processors that the run could use
 * @param memoryBytes memory of the machine
 * @param kernel name and version
 * @param openFilesMax files that one process may open
 * @param somaxconn longest queue of connections to accept
 * @param portRange local ports, {@code first-last}
 * @param javaVersion of the generator
 * @param javaFlags by program ({@code server}, {@code generator})
 * @param garbageCollector of the server, null when unknown
 * @param transport of the server, null when unknown
 * @param tls null for plain TCP
 * @param versions of the libraries, by name
 * @param gitRevision of the checkout, null when there is none
 * @param pinning which processors each side was pinned to, or why not
 */
public record Environment(
    String cpuModel,
    int cores,
    long memoryBytes,
    String kernel,
    long openFilesMax,
    @Nullable Integer somaxconn,
    @Nullable String portRange,
    String javaVersion,
    Map<String, List<String>> javaFlags,
    @Nullable String garbageCollector,
    @Nullable String transport,
    @Nullable TlsUse tls,
    Map<String, String> versions,
    @Nullable String gitRevision,
    String pinning) {
  /** The same with what was agreed on for TLS; null for plain TCP. */
  public Environment withTls(@Nullable TlsUse use) {
    return new Environment(
        cpuModel,
        cores,
        memoryBytes,
        kernel,
        openFilesMax,
        somaxconn,
        portRange,
        javaVersion,
        javaFlags,
        garbageCollector,
        transport,
        use,
        versions,
        gitRevision,
        pinning);
  }
}
