package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.measure.result.SloLimits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/**
 * A search in one dimension.
 *
 * @param users held constant while the rate is searched; unused otherwise
 * @param ratePerUser messages a second and user, held constant while the users are searched; unused
 *     otherwise
 * @param warmup the longest that the first load runs before the first step, not measured
 * @param budget the longest that the search may take, the warm-up apart
 */
public record SearchConfig(
    Dimension dimension,
    SearchPlan plan,
    int users,
    double ratePerUser,
    StepTimes times,
    SloLimits slo,
    Duration warmup,
    Duration budget) {
  private static final int SIGNIFICANT_DIGITS = 3;

  /** Users that a load needs. */
  public int usersAt(long load) {
    return dimension == Dimension.USERS ? Math.toIntExact(load) : users;
  }

  /** Messages a second, all users together, that a load means. */
  public double messagesPerSecondAt(long load) {
    return dimension == Dimension.USERS ? load * ratePerUser : load;
  }

  /** What is held constant, in words. */
  public String fixed() {
    return dimension == Dimension.USERS
        ? rounded(ratePerUser) + " messages a second and user"
        : String.format(Locale.ROOT, "%,d users", users);
  }

  private static String rounded(double rate) {
    return BigDecimal.valueOf(rate)
        .round(new MathContext(SIGNIFICANT_DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }
}
