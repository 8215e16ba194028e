package dev.hubbub.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders that look like a JDK. Their Java says how it was called and ends as told; asked for a
 * start cache it makes one, unless a file {@code untrainable} stands in its folder, and records
 * that in the file {@code trainings}.
 */
final class FakeJdk {
  /** Exit status of every fake Java, so that a test sees it passed through. */
  static final int EXIT_STATUS = 3;

  private FakeJdk() {}

  /** A JDK of that version. */
  static Path jdk(Path home, String version) throws IOException {
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    return withoutCompiler(home, version);
  }

  /** A Java of that version that can't compile. */
  static Path withoutCompiler(Path home, String version) throws IOException {
    withoutReleaseFile(home, version);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** A Java of which only running it tells the version. */
  static Path withoutReleaseFile(Path home, String version) throws IOException {
    String java =
        """
        #!/bin/sh
        if [ "$1" = -XshowSettings:properties ]; then
          printf '    java.home = %%s\\n    java.specification.version = %%s\\n' '%2$s' '%1$s' >&2
          exit 0
        fi
        for argument; do
          case $argument in
            -XX:AOTCacheOutput=*)
              echo training >>trainings
              [ ! -e untrainable ] || { echo 'ERROR: no cache here'; exit 1; }
              echo cache >"${argument#*=}"
              exit 0
              ;;
          esac
        done
        echo "java %1$s in $PWD"
        printf '<%%s>\\n' "$@"
        exit %3$d
        """
            .formatted(version, home, EXIT_STATUS);
    executable(home.resolve("bin/java"), java);
    return home;
  }

  /** Writes a script that can be run. */
  static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
