package dev.hubbub.bots.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hubbub.bots.chaos.ChaosCount;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.engine.ActionOutcome;
import dev.hubbub.bots.engine.EngineConfig;
import dev.hubbub.bots.engine.GrowOutcome;
import dev.hubbub.bots.engine.IntervalSample;
import dev.hubbub.bots.engine.RunOutcome;
import dev.hubbub.bots.engine.RunSpec;
import dev.hubbub.bots.workload.Abuse;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Presets;
import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.tls.ClientTlsFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkerJsonTest {
  static Stream<WorkerCommand> commands() {
    return Stream.of(
        new WorkerCommand.Configure(engine(null)),
        new WorkerCommand.Configure(engine(ClientTlsFiles.NONE)),
        new WorkerCommand.Configure(
            engine(
                new ClientTlsFiles(
                    Path.of("/tmp/certificate authority.pem"),
                    Path.of("/tmp/bot.pem"),
                    Path.of("/tmp/bot.key")))),
        new WorkerCommand.Grow(19_000, 60_000, null),
        new WorkerCommand.Grow(19_000, 60_000, 1_500),
        new WorkerCommand.Run(
            new RunSpec(0.1, 1, 2, 3, Long.MIN_VALUE, Presets.workload("office"), 7)),
        new WorkerCommand.Finish(),
        new WorkerCommand.Stop());
  }

  static Stream<WorkerEvent> events() {
    return Stream.of(
        new WorkerEvent.Ready(19_900),
        new WorkerEvent.Registered(4),
        new WorkerEvent.Grown(
            new GrowOutcome(
                new ConnectionCounts(1, 2, 3, 4),
                5,
                "HISTFAAA",
                "⛔ Error: \"full\"\n",
                new GrowPace(1.5, 0.25, 0.125))),
        new WorkerEvent.Grown(
            new GrowOutcome(ConnectionCounts.NONE, 0, "HISTFAAA", null, GrowPace.NONE)),
        new WorkerEvent.WindowStarted(),
        new WorkerEvent.WindowEnded(),
        new WorkerEvent.Progress(1, 2, null),
        new WorkerEvent.Progress(1, 2, 3.5),
        new WorkerEvent.Ran(
            new RunOutcome(
                1,
                2,
                List.of(
                    new ActionOutcome(
                        Action.DIRECT, new MessageCounts(1, 2, 3, 4, 5, 6, 7, 0), "HISTFAAA")),
                "HISTFAAA",
                1.5,
                3,
                4,
                List.of(1L, 2L),
                new RunOutcome.Usage(0.25, 50, 0.1, 1, 2),
                5,
                List.of(new IntervalSample(0.5, 0.5, 3, 1.5, null, null, 0.25, 1, 0)),
                Map.of("odd", 1L),
                List.of(new ChaosCount(Abuse.HALF_OPEN, 1, 2, 3, 4, List.of("why"))))),
        new WorkerEvent.Failed("why"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_survives_its_line(WorkerCommand command) {
    String line = WorkerJson.line(command);

    assertThat(line).doesNotContain("\n");
    assertThat(WorkerJson.command(line)).isEqualTo(command);
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_survives_its_line(WorkerEvent event) {
    String line = WorkerJson.line(event);

    assertThat(line).doesNotContain("\n");
    assertThat(WorkerJson.event(line)).isEqualTo(event);
  }

  @Test
  void a_line_that_is_none_is_said_so() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkerJson.event("Listening for transport dt_socket"))
        .withMessage("no WorkerEvent: Listening for transport dt_socket");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkerJson.command("{\"command\":\"Dance\"}"));
  }

  private static EngineConfig engine(@Nullable ClientTlsFiles tls) {
    return new EngineConfig("::1", 1, Protocol.HUBBUB, "abcdefgh", 3, 64, 5_000, tls);
  }
}
