package dev.hubbub.measure;

/** A clock that only goes forward. Tests hand in their own. */
@FunctionalInterface
public interface NanoClock {
  /** The clock of the machine: {@link System#nanoTime()}. */
  NanoClock SYSTEM = System::nanoTime;

  /** Nanoseconds since an arbitrary moment; only differences mean something. */
  long nanoTime();
}
