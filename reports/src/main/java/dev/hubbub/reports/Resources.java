package dev.hubbub.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Texts of the class path that go into a page. */
final class Resources {
  /** The version of uPlot, as its webjar says it. */
  static final String UPLOT = uplotVersion();

  private static final String WEBJARS = "/META-INF/resources/";

  private Resources() {}

  /** A file of a webjar. */
  static String text(String path) {
    return read(WEBJARS + path);
  }

  /** A file of this package. */
  static String own(String name) {
    return read("/dev/hubbub/reports/" + name);
  }

  private static String read(String path) {
    try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String uplotVersion() {
    Properties properties = new Properties();
    String path = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
    try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(path), path)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
