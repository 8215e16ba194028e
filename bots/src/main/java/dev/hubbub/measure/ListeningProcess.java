package dev.hubbub.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the process that listens on a TCP port of this machine, by the sockets that the kernel
 * lists. Knows nothing off Linux, and nothing of processes that this user may not look into.
 */
public final class ListeningProcess {
  private static final String STATE_LISTEN = "0A";
  private static final int HEX = 16;
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  private final ProcFiles proc;

  /** Asks the kernel. */
  public ListeningProcess() {
    this(ProcFiles.ofKernel());
  }

  ListeningProcess(ProcFiles proc) {
    this.proc = proc;
  }

  /** The id of a process that listens on the port; empty when it can't be told. */
  public OptionalLong listeningOn(int port) {
    Set<String> inodes =
        portsByInode().entrySet().stream()
            .filter(socket -> socket.getValue() == port)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return inodes.isEmpty()
        ? OptionalLong.empty()
        : proc.names(".").stream()
            .filter(name -> name.matches("\\d+"))
            .filter(pid -> inodesOf(pid).anyMatch(inodes::contains))
            .mapToLong(Long::parseLong)
            .findFirst();
  }

  /** The ports on which a process listens, in ascending order. */
  public List<Integer> portsOf(long pid) {
    Map<String, Integer> ports = portsByInode();
    return inodesOf(Long.toString(pid))
        .filter(ports::containsKey)
        .map(ports::get)
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> inodesOf(String pid) {
    return proc.names(pid + "/fd").stream()
        .map(fd -> proc.link(pid + "/fd/" + fd))
        .flatMap(Optional::stream)
        .map(SOCKET::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  private Map<String, Integer> portsByInode() {
    Map<String, Integer> ports = new HashMap<>();
    Stream.of("net/tcp", "net/tcp6")
        .map(proc::text)
        .flatMap(Optional::stream)
        .flatMap(String::lines)
        .map(line -> line.strip().split("\\s+", -1))
        // sl local_address rem_address st queues timer retrnsmt uid timeout inode, as proc(5) has
        // it
        .filter(columns -> columns.length > 9 && columns[3].equals(STATE_LISTEN))
        .forEach(columns -> {
          String port = columns[1].substring(columns[1].indexOf(':') + 1);
          ProcFiles.parse(port, hex -> Integer.valueOf(hex, HEX))
              .ifPresent(number -> ports.put(columns[9], number));
        });
    return ports;
  }
}
