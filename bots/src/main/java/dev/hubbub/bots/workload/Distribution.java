package dev.hubbub.bots.workload;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How a quantity is distributed, in whatever unit. Pure: what comes next is a function of the
 * random numbers alone.
 */
sealed interface Distribution {
  /** The next value. */
  double next(SplittableRandom random);

  /** The mean of many values. */
  double mean();

  /** No value is smaller. */
  double least();

  /** No value is larger; infinite where there is no bound. */
  double most();

  /** Always the same. */
  record Fixed(double value) implements Distribution {
    @Override
    public double next(SplittableRandom random) {
      return value;
    }

    @Override
    public double mean() {
      return value;
    }

    @Override
    public double least() {
      return value;
    }

    @Override
    public double most() {
      return value;
    }
  }

  /** All values from {@code least} to under {@code most} are equally likely. */
  record Uniform(double least, double most) implements Distribution {
    @Override
    public double next(SplittableRandom random) {
      return least + (most - least) * random.nextDouble();
    }

    @Override
    public double mean() {
      return (least + most) / 2;
    }
  }

  /** The gaps of events that don't know of each other. */
  record Exponential(double mean) implements Distribution {
    @Override
    public double next(SplittableRandom random) {
      return mean * random.nextExponential();
    }

    @Override
    public double least() {
      return 0;
    }

    @Override
    public double most() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * Its logarithm is normally distributed: what lengths of human texts and pauses look like.
   *
   * @param sigma standard deviation of the natural logarithm
   */
  record Lognormal(double median, double sigma) implements Distribution {
    @Override
    public double next(SplittableRandom random) {
      return median * Math.exp(sigma * random.nextGaussian());
    }

    @Override
    public double mean() {
      return median * Math.exp(sigma * sigma / 2);
    }

    @Override
    public double least() {
      return 0;
    }

    @Override
    public double most() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** One of a few values, each as often as its weight says. */
  record Histogram(List<Bar> bars) implements Distribution {
    /** A value, and how often it comes, relative to the others. */
    record Bar(double value, double weight) {}

    /** Takes a copy of the list. */
    public Histogram {
      bars = List.copyOf(bars);
    }

    @Override
    public double next(SplittableRandom random) {
      double point = random.nextDouble() * weight();
      for (Bar bar : bars) {
        point -= bar.weight;
        if (point < 0) {
          return bar.value;
        }
      }
      return bars.getLast().value;
    }

    @Override
    public double mean() {
      return bars.stream().mapToDouble(b -> b.value * b.weight).sum() / weight();
    }

    @Override
    public double least() {
      return Arrays.stream(values()).min().orElseThrow();
    }

    @Override
    public double most() {
      return Arrays.stream(values()).max().orElseThrow();
    }

    private double weight() {
      double sum = 0;
      for (Bar bar : bars) {
        sum += bar.weight;
      }
      return sum;
    }

    private double[] values() {
      return bars.stream().mapToDouble(Bar::value).toArray();
    }
  }
}
