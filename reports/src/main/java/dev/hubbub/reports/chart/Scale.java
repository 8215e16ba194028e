package dev.hubbub.reports.chart;

import java.util.List;

/** Where a value lies on an axis. */
sealed interface Scale permits LinearScale, LogScale {
  /** The place of a value: 0 at the axis's beginning, 1 at its end, outside of it beyond them. */
  double position(double value);

  /** Values worth a label, ascending, all within the axis. */
  List<Double> ticks();
}
