package dev.hubbub.bots.chaos;

import dev.hubbub.bots.workload.Abuse;
import java.io.IOException;

/** A way to behave badly, done once from its beginning to its end. Keeps no state. */
sealed interface Misdeed
    permits Fragments,
        Glued,
        Garbage,
        Oversize,
        Stubborn,
        Duplicates,
        HalfClose,
        HalfOpen,
        SlowReader,
        Resets,
        NameRace {
  /**
   * Does it, and checks what the server answers.
   *
   * @throws Violation if the server answers wrongly
   * @throws Inconclusive if it can't be told whether it does
   * @throws IOException if the connection breaks, which the server must not do
   */
  void commit(Scene scene) throws IOException, Violation, Inconclusive, InterruptedException;

  /** The misdeed of that name. */
  static Misdeed of(Abuse abuse) {
    return switch (abuse) {
      case FRAGMENTS -> new Fragments(200);
      case GLUED -> new Glued();
      case BYTEWISE -> new Fragments(1);
      case GARBAGE -> new Garbage();
      case OVERSIZE -> new Oversize();
      case STUBBORN -> new Stubborn();
      case DUPLICATES -> new Duplicates();
      case HALF_CLOSE -> new HalfClose();
      case HALF_OPEN -> new HalfOpen();
      case SLOW_READER -> new SlowReader();
      case RESETS -> new Resets();
      case NAME_RACE -> new NameRace();
    };
  }
}
