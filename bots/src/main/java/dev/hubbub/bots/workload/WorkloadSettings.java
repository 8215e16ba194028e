package dev.hubbub.bots.workload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.hubbub.bots.workload.Workload.Attendance;
import dev.hubbub.bots.workload.Workload.Misbehaviour;
import dev.hubbub.bots.workload.Workload.Pace;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file or the command line says of a workload; null is what it doesn't say. A key of the
 * file is the option's name without its dashes.
 *
 * @param about one sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "about"})
public record WorkloadSettings(
    @Nullable String name,
    @Nullable String about,
    @Nullable Map<String, Integer> weights,
    @JsonProperty("rate-per-user") @Nullable Double ratePerUser,
    @Nullable Arrival arrival,
    @Nullable Times think,
    @Nullable Sizes payload,
    @Nullable Popularity receivers,
    @Nullable Ramp ramp,
    @Nullable Double churn,
    @Nullable Times away,
    @Nullable String storm,
    @JsonProperty("slow-readers") @Nullable Double slowReaders,
    @JsonProperty("slow-read") @Nullable Integer slowRead,
    @Nullable Double abusers,
    @Nullable List<String> chaos,
    @JsonProperty("bare-names") @Nullable Boolean bareNames,
    @JsonProperty("reply-timeout") @Nullable String replyTimeout) {
  private static final double RATE_PER_USER = 1;
  private static final Sizes PAYLOAD = Sizes.fixed(64);
  private static final Times AWAY = Times.parse("uniform:100ms-1s");
  private static final int SLOW_READ_BYTES = 2_000;
  private static final double ABUSERS_OF_CHAOS = 0.1;
  private static final String ALL = "all";

  /**
   * These settings, where the other ones say nothing. A think time replaces a rate and an arrival,
   * and they it.
   */
  public WorkloadSettings overriddenBy(WorkloadSettings o) {
    boolean paced = o.ratePerUser != null || o.arrival != null;
    return new WorkloadSettings(
        or(o.name, name),
        or(o.about, about),
        or(o.weights, weights),
        o.think == null ? or(o.ratePerUser, ratePerUser) : o.ratePerUser,
        o.think == null ? or(o.arrival, arrival) : o.arrival,
        paced ? o.think : or(o.think, think),
        or(o.payload, payload),
        or(o.receivers, receivers),
        or(o.ramp, ramp),
        or(o.churn, churn),
        or(o.away, away),
        or(o.storm, storm),
        or(o.slowReaders, slowReaders),
        or(o.slowRead, slowRead),
        or(o.abusers, abusers),
        or(o.chaos, chaos),
        or(o.bareNames, bareNames),
        or(o.replyTimeout, replyTimeout));
  }

  /**
   * The workload.
   *
   * @throws IllegalArgumentException naming a key, what it must be and its value
   */
  public Workload workload() {
    require(weights != null, "weights", "must be given", null);
    return new Workload(
        Objects.requireNonNullElse(name, "unnamed"),
        actions(),
        pace(),
        Objects.requireNonNullElse(payload, PAYLOAD),
        Objects.requireNonNullElse(receivers, Popularity.UNIFORM),
        new Attendance(
            ramp,
            Objects.requireNonNullElse(churn, 0.0),
            Objects.requireNonNullElse(away, AWAY),
            timeNs("storm", storm)),
        misbehaviour(),
        Boolean.TRUE.equals(bareNames),
        timeNs("reply-timeout", replyTimeout));
  }

  /**
   * Throws unless the condition holds.
   *
   * @throws IllegalArgumentException naming the key, what it must be and the value
   */
  static void require(boolean holds, String key, String rule, @Nullable Object value) {
    if (!holds) {
      throw new IllegalArgumentException("'" + key + "' " + rule + ", got: " + value);
    }
  }

  private Map<Action, Integer> actions() {
    Map<Action, Integer> actions = new EnumMap<>(Action.class);
    Objects.requireNonNull(weights)
        .forEach((key, weight) -> {
          require(weight != null, "weights", "must be a number for " + key, weight);
          actions.put(Action.ofKey(key), weight);
        });
    return actions;
  }

  private Pace pace() {
    if (think == null) {
      return new Pace(
          Objects.requireNonNullElse(arrival, Arrival.CONSTANT),
          Objects.requireNonNullElse(ratePerUser, RATE_PER_USER),
          null);
    }
    require(ratePerUser == null, "rate-per-user", "can't be given with 'think'", ratePerUser);
    require(arrival == null, "arrival", "can't be given with 'think'", arrival);
    return new Pace(Arrival.CONSTANT, Math.min(1e6, 1e9 / Math.max(1, think.meanNs())), think);
  }

  private Misbehaviour misbehaviour() {
    Set<Abuse> kinds = EnumSet.noneOf(Abuse.class);
    for (String kind : Objects.requireNonNullElse(chaos, List.<String>of())) {
      if (kind.equals(ALL)) {
        kinds.addAll(EnumSet.allOf(Abuse.class));
      } else {
        kinds.add(abuse(kind));
      }
    }
    if (abusers != null && abusers > 0 && chaos == null) {
      kinds = EnumSet.allOf(Abuse.class);
    }
    return new Misbehaviour(
        Objects.requireNonNullElse(slowReaders, 0.0),
        Objects.requireNonNullElse(slowRead, SLOW_READ_BYTES),
        abusers == null ? (kinds.isEmpty() ? 0 : ABUSERS_OF_CHAOS) : abusers,
        kinds);
  }

  private static Abuse abuse(String kind) {
    try {
      return Abuse.parse(kind);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'chaos': " + e.getMessage(), e);
    }
  }

  private static @Nullable Long timeNs(String key, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return (long) Times.read(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + key + "': " + e.getMessage(), e);
    }
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first == null ? second : first;
  }
}
