package dev.hubbub.bots.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.hubbub.bots.engine.EngineConfig;
import dev.hubbub.bots.engine.RunSpec;
import org.jspecify.annotations.Nullable;

/** What a worker is told. The end of its input tells it to end at once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface WorkerCommand {
  /** The first command; answered by {@link WorkerEvent.Ready}. */
  record Configure(EngineConfig engine) implements WorkerCommand {}

  /**
   * Register or disconnect users; answered by {@link WorkerEvent.Grown}.
   *
   * @param underWayMax users on their way at a time; null: as many as suit the protocol
   */
  record Grow(int users, long timeoutMs, @Nullable Integer underWayMax) implements WorkerCommand {}

  /** Run a load; answered by {@link WorkerEvent.Ran}. */
  record Run(RunSpec spec) implements WorkerCommand {}

  /** End the load that runs, and drain. */
  record Finish() implements WorkerCommand {}

  /** Let all users leave, and end. */
  record Stop() implements WorkerCommand {}
}
