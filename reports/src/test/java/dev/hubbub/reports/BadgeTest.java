package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.reports.model.Report;
import org.junit.jupiter.api.Test;

class BadgeTest {
  @Test
  void a_badge_renders_as_its_golden_files() {
    Badge badge = Badge.of(Report.of(Runs.full()));

    GoldenFiles.assertRendersAs("badge.svg", badge.svg());
    GoldenFiles.assertRendersAs("badge.json", badge.json());
  }

  @Test
  void a_lower_bound_says_at_least_and_is_not_green() {
    Badge badge = Badge.of(Report.of(Runs.full()));

    assertThat(badge.message()).isEqualTo("at least 19,904 users, holds 41,250 messages/s");
    assertThat(badge.color()).isEqualTo("blue");
  }

  @Test
  void an_invalid_search_is_red_and_shows_no_number() {
    Badge badge = Badge.of(Report.of(Runs.invalid()));

    assertThat(badge.color()).isEqualTo("red");
    assertThat(badge.message()).contains("rate: no number").doesNotContain("12,347");
  }

  @Test
  void a_partial_run_says_so() {
    assertThat(Badge.of(Report.of(Runs.partial())).message()).startsWith("partial: ");
  }

  @Test
  void a_report_without_a_capacity_has_a_badge_that_says_so() {
    assertThat(Badge.of(Report.EMPTY).message()).isEqualTo("no capacity measured");
  }

  @Test
  void a_hostile_name_is_only_text() {
    Badge badge = Badge.of(Report.of(Runs.hostile()));

    assertThat(badge.svg()).doesNotContain("<script", "<img").contains("&lt;script");
    assertThat(badge.json()).doesNotContain("\u001B");
  }
}
