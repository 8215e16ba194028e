package dev.hubbub.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher, in a folder with spaces in its name. Its Maven wrapper records
 * every build in the file {@code builds} and makes the jars; where a file {@code hold} stands, it
 * first waits until that is gone.
 */
final class Checkout {
  private static final Path LAUNCHER = Path.of("..", "hubbub");

  /** What the launcher runs besides Java: the tests' PATH holds these and no more. */
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tail",
          "touch");

  private static final String MVNW =
      """
      #!/bin/sh
      echo "$JAVA_HOME: $*" >>builds
      echo $$ >builder
      while [ -e hold ]; do sleep 0.05; done
      [ ! -e broken ] || { echo 'ERROR: it does not compile'; exit 1; }
      for module in server bots reports; do mkdir -p $module/target/lib; done
      [ -e unchanged ] || touch server/target/hubbub-server.jar reports/target/hubbub.jar
      """;

  private final Path root;
  private final Path bin;
  private final Path jdks;

  /** A checkout below that folder, never built, on a machine without Java. */
  Checkout(Path parent) throws IOException {
    root = parent.resolve("a check out");
    bin = parent.resolve("bin");
    jdks = parent.resolve("the jdks");
    for (String module : List.of("server", "bots", "reports")) {
      source(module + "/pom.xml");
      source(module + "/src/main/java/Main.java");
    }
    source("server/src/main/resources/dev/hubbub/server/jvm.options");
    source("pom.xml");
    try (Stream<Path> sources = Files.walk(root)) {
      for (Path source : sources.toList()) {
        setAge(source, Duration.ofHours(1));
      }
    }
    Files.copy(LAUNCHER, root.resolve("hubbub"));
    FakeJdk.executable(root.resolve("mvnw"), MVNW);
    Files.createDirectories(jdks);
    Files.createDirectories(bin);
    for (String tool : TOOLS) {
      String script = "#!/bin/sh\nexec '" + onPath(tool) + "' \"$@\"\n";
      FakeJdk.executable(bin.resolve(tool), script);
    }
  }

  /** A file of the checkout. */
  Path file(String name) {
    return root.resolve(name);
  }

  /** The only folder on the PATH of the launches. */
  Path bin() {
    return bin;
  }

  /** The folder in which the launches look for JDKs. */
  Path jdks() {
    return jdks;
  }

  private void source(String name) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.createFile(file(name));
  }

  /** Makes a file or a folder newer than everything that was built so far. */
  void change(String name) throws IOException {
    ageBuilt();
    setAge(file(name), Duration.ofMinutes(10));
  }

  /** Makes everything that was built half an hour old. */
  void ageBuilt() throws IOException {
    for (String jar : List.of("server/target/hubbub-server.jar", "reports/target/hubbub.jar")) {
      setAge(file(jar), Duration.ofMinutes(30));
    }
  }

  private static void setAge(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  /** The builds so far: the JAVA_HOME and the arguments of each. */
  List<String> builds() throws IOException {
    Path builds = file("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  /** How often a start cache was made or tried. */
  int trainings() throws IOException {
    Path trainings = file("trainings");
    return Files.exists(trainings) ? Files.readAllLines(trainings).size() : 0;
  }

  /** A launch in the checkout's folder. */
  Launch launch(String... arguments) {
    return new Launch(this, root, file("hubbub"), List.of(arguments));
  }

  /** A process with the environment of this machine without Java. */
  ProcessBuilder process(Path folder, Path script, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().clear();
    process.environment().put("PATH", bin.toString());
    process.environment().put("HUBBUB_JDK_FOLDERS", "/does/not/exist:" + jdks);
    return process;
  }

  private static Path onPath(String tool) throws IOException {
    String path = System.getenv("PATH");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException("no '" + tool + "' on the PATH " + path));
  }
}
