package dev.hubbub.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Times on the command line: {@code 500us}, {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h},
 * {@code 1.5s}.
 */
public final class Durations implements ITypeConverter<Duration> {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(us|ms|s|m|h)");

  @Override
  public Duration convert(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + text + "' is not a time such as 500ms, 10s or 2m");
    }
    double amount = Double.parseDouble(matcher.group(1));
    return Duration.ofNanos(Math.round(amount * unitNs(matcher.group(2))));
  }

  /** The shortest text that {@link #convert} reads back as the same time, to the microsecond. */
  public static String format(Duration time) {
    long micros = time.toNanos() / 1_000;
    if (micros % 1_000 != 0) {
      return micros + "us";
    }
    long ms = micros / 1_000;
    if (ms % 1_000 != 0) {
      return ms + "ms";
    }
    long seconds = ms / 1_000;
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
  }

  private static double unitNs(String unit) {
    return switch (unit) {
      case "us" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      case "h" -> 3_600e9;
      default -> throw new IllegalArgumentException("no unit of time: " + unit);
    };
  }
}
