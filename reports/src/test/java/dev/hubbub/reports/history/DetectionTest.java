package dev.hubbub.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How well changes are found: shifts planted in the middle of made-up histories, beside a fixed
 * threshold on the same numbers. {@code -Dhubbub.histories=1000} prints the figures of
 * docs/reports.md.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DetectionTest {
  private static final int HISTORIES = Integer.getInteger("hubbub.histories", 16);
  private static final boolean PRINTED = Integer.getInteger("hubbub.histories") != null;
  private static final double FIXED = 0.2;

  @Test
  void finds_more_and_cries_wolf_less_than_a_fixed_threshold() {
    Alarm report = Alarm.ofReports();
    Rates ours = rates("report", report);
    Rates sinceNightBefore = rates("20 % since the night before", Alarm.sinceNightBefore(FIXED));
    Rates belowMean = rates("20 % below the mean", Alarm.belowMean(FIXED));

    assertThat(ours.falseAlarms()).isLessThan(0.1);
    assertThat(sinceNightBefore.falseAlarms()).isGreaterThan(0.7);
    assertThat(belowMean.falseAlarms()).isGreaterThan(0.3);

    double quiet = quietThreshold(ours.falseAlarms());
    String name = String.format(Locale.ROOT, "%.1f %% below the mean", 100 * quiet);
    Rates asQuiet = rates(name, Alarm.belowMean(quiet));

    assertThat(ours.of20()).isGreaterThan(0.85).isGreaterThan(asQuiet.of20());
    assertThat(ours.of10()).isGreaterThan(asQuiet.of10());
    assertThat(ours.of5()).isGreaterThanOrEqualTo(asQuiet.of5());
  }

  // Shares of the histories.
  private record Rates(double falseAlarms, double of5, double of10, double of20) {}

  // The lowest threshold with no more false alarms than the report has.
  private static double quietThreshold(double falseAlarms) {
    double threshold = FIXED;
    while (AlarmRates.of(Alarm.belowMean(threshold), HISTORIES, 0).histories() > falseAlarms) {
      threshold += 0.001;
    }
    return threshold;
  }

  private static Rates rates(String name, Alarm alarm) {
    return new Rates(
        share(name, alarm, 0),
        share(name, alarm, 0.05),
        share(name, alarm, 0.1),
        share(name, alarm, 0.2));
  }

  private static double share(String name, Alarm alarm, double shift) {
    AlarmRates rates = AlarmRates.of(alarm, HISTORIES, shift);
    if (PRINTED) {
      System.out.printf(Locale.ROOT, "%-28s shift %4.1f %%: %s%n", name, 100 * shift, rates);
    }
    return rates.histories();
  }
}
