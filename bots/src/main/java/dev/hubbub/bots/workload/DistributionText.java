package dev.hubbub.bots.workload;

import dev.hubbub.bots.workload.Distribution.Exponential;
import dev.hubbub.bots.workload.Distribution.Fixed;
import dev.hubbub.bots.workload.Distribution.Histogram;
import dev.hubbub.bots.workload.Distribution.Histogram.Bar;
import dev.hubbub.bots.workload.Distribution.Lognormal;
import dev.hubbub.bots.workload.Distribution.Uniform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Distributions as people write them: {@code 64}, {@code uniform:32-512}, {@code exponential:5s},
 * {@code lognormal:80,0.9}, {@code histogram:64=80,512=20}.
 *
 * @param read a value from its text; throws {@link IllegalArgumentException} if it is none
 * @param write a value as such a text
 */
record DistributionText(ToDoubleFunction<String> read, DoubleFunction<String> write) {
  private static final int BARS_MAX = 100;
  private static final double SIGMA_MAX = 3;

  /**
   * Reads a distribution.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  Distribution parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Fixed(read.applyAsDouble(text));
    }
    String of = text.substring(colon + 1);
    return switch (text.substring(0, colon)) {
      case "uniform" -> uniform(of);
      case "exponential" -> new Exponential(positive(of));
      case "lognormal" -> lognormal(of);
      case "histogram" -> histogram(of);
      default ->
          throw new IllegalArgumentException(
              "'"
                  + text
                  + "' is none of VALUE, uniform:LEAST-MOST, exponential:MEAN,"
                  + " lognormal:MEDIAN,SIGMA, histogram:VALUE=WEIGHT,…");
    };
  }

  /** The text that {@link #parse} reads back as the same distribution. */
  String format(Distribution distribution) {
    return switch (distribution) {
      case Fixed fixed -> write.apply(fixed.value());
      case Uniform uniform ->
          "uniform:" + write.apply(uniform.least()) + "-" + write.apply(uniform.most());
      case Exponential exponential -> "exponential:" + write.apply(exponential.mean());
      case Lognormal lognormal ->
          "lognormal:" + write.apply(lognormal.median()) + "," + number(lognormal.sigma());
      case Histogram histogram ->
          histogram.bars().stream()
              .map(bar -> write.apply(bar.value()) + "=" + number(bar.weight()))
              .collect(Collectors.joining(",", "histogram:", ""));
    };
  }

  /** A number in its shortest form. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * A number that is not negative and not infinite.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static double number(String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a number", e);
    }
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("'" + text + "' is not a number of at least 0");
    }
    return value;
  }

  private Uniform uniform(String of) {
    String[] ends = pair(of, "-", "uniform:LEAST-MOST");
    double least = read.applyAsDouble(ends[0]);
    double most = read.applyAsDouble(ends[1]);
    if (least > most) {
      throw new IllegalArgumentException("'uniform:" + of + "' begins above its end");
    }
    return new Uniform(least, most);
  }

  private Lognormal lognormal(String of) {
    String[] parts = pair(of, ",", "lognormal:MEDIAN,SIGMA");
    double sigma = number(parts[1]);
    if (sigma > SIGMA_MAX) {
      throw new IllegalArgumentException("'lognormal:" + of + "' has a sigma over " + SIGMA_MAX);
    }
    return new Lognormal(positive(parts[0]), sigma);
  }

  private Histogram histogram(String of) {
    List<Bar> bars = new ArrayList<>();
    for (String bar : of.split(",", -1)) {
      String[] parts = pair(bar, "=", "histogram:VALUE=WEIGHT,…");
      bars.add(new Bar(read.applyAsDouble(parts[0]), number(parts[1])));
    }
    if (bars.size() > BARS_MAX) {
      throw new IllegalArgumentException("a histogram has at most " + BARS_MAX + " values");
    }
    if (bars.stream().allMatch(bar -> bar.weight() == 0)) {
      throw new IllegalArgumentException("'histogram:" + of + "' has no weight over 0");
    }
    return new Histogram(bars);
  }

  private double positive(String text) {
    double value = read.applyAsDouble(text);
    if (!(value > 0)) {
      throw new IllegalArgumentException("'" + text + "' must be over 0");
    }
    return value;
  }

  private static String[] pair(String text, String separator, String form) {
    String[] parts = text.split(separator, -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("'" + text + "' does not have the form of " + form);
    }
    return parts;
  }
}
