package dev.hubbub.reports.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for people, in English whatever the machine's locale. A figure that is null or no number
 * is {@link #UNKNOWN}, never zero.
 */
public final class Numbers {
  /** What stands for a figure that is not known. */
  public static final String UNKNOWN = "–";

  /** Bytes of a kilobyte: memory is counted in powers of two here. */
  public static final int KILOBYTE = 1024;

  private static final String[] BYTE_UNITS = {"KB", "MB", "GB", "TB", "PB"};
  private static final String ALL_DIGITS = "#,##0.############";
  private static final int SIGNIFICANT_DIGITS = 3;

  private Numbers() {}

  /** A whole number: {@code 19,904}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Three significant digits, and all digits before the point: {@code 0.45, 12.3, 19,904}. */
  public static String decimal(@Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return UNKNOWN;
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded =
        Math.abs(value) >= 100
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_UP));
    return format(ALL_DIGITS, rounded);
  }

  /** A time given in milliseconds: {@code 45 µs, 12.3 ms, 1.2 s}. */
  public static String millis(@Nullable Double ms) {
    if (ms == null || !Double.isFinite(ms)) {
      return UNKNOWN;
    }
    double size = Math.abs(ms);
    if (size >= 1000) {
      return decimal(ms / 1000) + " s";
    }
    return size >= 0.1 || size == 0 ? decimal(ms) + " ms" : decimal(ms * 1000) + " µs";
  }

  /** A time given in microseconds: {@code 12.3 µs}. */
  public static String micros(@Nullable Double micros) {
    String number = decimal(micros);
    return number.equals(UNKNOWN) ? UNKNOWN : number + " µs";
  }

  /** A length of time: {@code 4.2 s, 2 min 13 s, 1 h 2 min}. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return UNKNOWN;
    }
    if (seconds < 60) {
      return decimal(seconds) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** A size: {@code 812 bytes, 3.1 KB, 1.2 GB}, with 1,024 bytes in a KB. */
  public static String bytes(@Nullable Double bytes) {
    if (bytes == null || !Double.isFinite(bytes)) {
      return UNKNOWN;
    }
    if (Math.abs(bytes) < KILOBYTE) {
      return format("#,##0", BigDecimal.valueOf(bytes)) + " bytes";
    }
    double size = bytes / KILOBYTE;
    int unit = 0;
    while (Math.abs(size) >= KILOBYTE && unit < BYTE_UNITS.length - 1) {
      size /= KILOBYTE;
      unit++;
    }
    String pattern = Math.abs(size) < 100 ? "#,##0.#" : "#,##0";
    return format(pattern, BigDecimal.valueOf(size)) + " " + BYTE_UNITS[unit];
  }

  /** A size in whole bytes. */
  public static String bytes(@Nullable Long bytes) {
    return bytes == null ? UNKNOWN : bytes(bytes.doubleValue());
  }

  /** A share of 1 as a percentage: {@code 0.5 %, 83.4 %}. */
  public static String percent(@Nullable Double share) {
    if (share == null || !Double.isFinite(share)) {
      return UNKNOWN;
    }
    return format("#,##0.#", BigDecimal.valueOf(share * 100)) + " %";
  }

  /** A limit that is a share of 1, as a percentage with all its digits: {@code 99.95 %}. */
  public static String exactPercent(double share) {
    return format(ALL_DIGITS, BigDecimal.valueOf(share).movePointRight(2)) + " %";
  }

  private static String format(String pattern, BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
