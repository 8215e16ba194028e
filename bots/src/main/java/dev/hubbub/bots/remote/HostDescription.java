package dev.hubbub.bots.remote;

import dev.hubbub.cli.Version;
import dev.hubbub.measure.KernelProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker's host says of itself, for the record of the run.
 *
 * @param name of the host
 * @param processor model
 * @param cores processors that the workers may use
 * @param kernel name and version
 * @param hubbub version of the program; a coordinator only works with its own
 * @param java version that the workers run on
 */
public record HostDescription(
    String name, String processor, int cores, String kernel, String hubbub, String java) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** This machine. */
  static HostDescription ofThisMachine() {
    return new HostDescription(
        hostName(),
        Objects.requireNonNullElse(
            new KernelProbe().processorModel(), System.getProperty("os.arch", "")),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
        Version.current(),
        Runtime.version().toString());
  }

  String toJson() {
    return MAPPER.writeValueAsString(this);
  }

  static HostDescription fromJson(String json) {
    try {
      return MAPPER.readValue(json, HostDescription.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no description of a host: " + json, e);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
