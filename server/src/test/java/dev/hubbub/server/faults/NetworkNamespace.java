package dev.hubbub.server.faults;

import static java.lang.foreign.Linker.Option.firstVariadicArg;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * A network of its own inside this machine, which is gone when the test ends. Made with {@code ip};
 * root only.
 */
final class NetworkNamespace implements AutoCloseable {
  private static final String FOLDER = "/run/netns/";
  private static final int READ_ONLY = 0;
  private static final int CLONE_NEWNET = 0x4000_0000;

  private static final MethodHandle OPEN =
      function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), firstVariadicArg(2));
  private static final MethodHandle SETNS =
      function("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final String name;

  private NetworkNamespace(String name) {
    this.name = name;
  }

  /** Whether they can be made here. */
  static boolean arePossible() {
    return "root".equals(System.getProperty("user.name"))
        && Stream.of("ip", "tc").allMatch(NetworkNamespace::isInstalled);
  }

  /** Makes one, with a loopback device. */
  static NetworkNamespace create(String name) {
    run("ip", "netns", "add", name);
    NetworkNamespace namespace = new NetworkNamespace(name);
    namespace.ip("link", "set", "lo", "up");
    return namespace;
  }

  /** Joins two of them by a cable, and gives each end its address; the devices are named alike. */
  static void connect(
      NetworkNamespace one, String address, NetworkNamespace other, String otherAddress) {
    run(
        "ip",
        "-n",
        one.name,
        "link",
        "add",
        "eth0",
        "type",
        "veth",
        "peer",
        "name",
        "eth0",
        "netns",
        other.name);
    one.bringUp(address);
    other.bringUp(otherAddress);
  }

  /**
   * Drops every packet that would leave from here, without a word to anybody: a bucket of tokens
   * that is smaller than any packet.
   */
  void dropAll() {
    run(
        "ip", "netns", "exec", name, "tc", "qdisc", "add", "dev", "eth0", "root", "tbf", "rate",
        "8bit", "burst", "1", "limit", "1");
  }

  /** Does something on a thread of its own whose sockets and programs are in this network. */
  <T> T call(Callable<T> task) {
    FutureTask<T> inside =
        new FutureTask<>(() -> {
          enter();
          return task.call();
        });
    Thread thread = Thread.ofPlatform().name("in-" + name).start(inside);
    try {
      thread.join();
      return inside.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    run("ip", "netns", "del", name);
  }

  private void bringUp(String address) {
    ip("addr", "add", address + "/24", "dev", "eth0");
    ip("link", "set", "eth0", "up");
  }

  private void ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip", "-n", name));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  // A network belongs to a thread, and Java can't change it.
  private void enter() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(FOLDER + name);
      int file = (int) OPEN.invokeExact(path, READ_ONLY);
      if (file < 0 || (int) SETNS.invokeExact(file, CLONE_NEWNET) != 0) {
        throw new IOException("can't enter the network " + name);
      }
      int closed = (int) CLOSE.invokeExact(file);
      if (closed != 0) {
        throw new IOException("can't close " + path);
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("restricted") // what is called is known
  private static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    return Stream.of(path.split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
