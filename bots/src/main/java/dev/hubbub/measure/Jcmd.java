package dev.hubbub.measure;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks another JVM of this machine by the {@code jcmd} of the JDK that runs this program. Where
 * there is none (a JRE), or the process is no JVM of this user, the answer is null.
 *
 * <p>Safe for use by several threads.
 */
public final class Jcmd {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");
  private static final Pattern COLLECTOR =
      Pattern.compile("-XX:\\+Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC\\b");

  private Jcmd() {}

  /** Bytes of the objects that a full collection leaves; the collection is run now. */
  public static @Nullable Long liveHeapBytes(long pid) throws InterruptedException {
    return ask(pid, "GC.class_histogram").flatMap(Jcmd::total).orElse(null);
  }

  /** The garbage collector in use, for example {@code Serial}. */
  public static @Nullable String garbageCollector(long pid) throws InterruptedException {
    return ask(pid, "VM.flags").flatMap(Jcmd::collector).orElse(null);
  }

  static Optional<Long> total(String histogram) {
    Matcher matcher = TOTAL.matcher(histogram);
    return matcher.find() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  static Optional<String> collector(String flags) {
    Matcher matcher = COLLECTOR.matcher(flags);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> ask(long pid, String question) throws InterruptedException {
    if (!mayBeJvm(pid)) {
      return Optional.empty();
    }
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return CommandOutput.of(jcmd, Long.toString(pid), question);
  }

  // A JVM is asked by a signal, SIGQUIT, which ends other programs.
  private static boolean mayBeJvm(long pid) {
    return ProcFiles.ofKernel().text(pid + "/comm").map("java"::equals).orElse(true);
  }
}
