package dev.hubbub.bots.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.hubbub.bots.engine.GrowOutcome;
import dev.hubbub.bots.engine.RunOutcome;
import org.jspecify.annotations.Nullable;

/** What a worker says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "event")
public sealed interface WorkerEvent {
  /** It waits for commands, and can hold so many users. */
  record Ready(int usersMax) implements WorkerEvent {}

  /** So many users are registered by now. */
  record Registered(int users) implements WorkerEvent {}

  /** Users were registered or disconnected. */
  record Grown(GrowOutcome outcome) implements WorkerEvent {}

  /** The window of a run has begun. */
  record WindowStarted() implements WorkerEvent {}

  /** The window of a run has ended. */
  record WindowEnded() implements WorkerEvent {}

  /** How far a run is: messages and latency since its phase began. */
  record Progress(long sent, long delivered, @Nullable Double p99Ms) implements WorkerEvent {}

  /** A run is over. */
  record Ran(RunOutcome outcome) implements WorkerEvent {}

  /** A command could not be carried out. */
  record Failed(String reason) implements WorkerEvent {}

  /** The worker is gone; the way to it says this in its place. */
  record Lost(String reason) implements WorkerEvent {}
}
