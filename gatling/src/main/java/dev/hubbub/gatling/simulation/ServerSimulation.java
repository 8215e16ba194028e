package dev.hubbub.gatling.simulation;

import dev.hubbub.gatling.ChatProtocolBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/**
 * A simulation of a server that runs before it, and whose process ends with it where it is its own.
 *
 * <p>A base class, because Gatling calls {@code before()} and {@code after()} of the simulation
 * itself.
 */
abstract class ServerSimulation extends Simulation {
  /** What the class says of its parameters, and the values that the user gave. */
  final Parameters parameters = Parameters.of(getClass());

  private final TargetServer server = new TargetServer();
  private final ChatProtocolBuilder protocol = server.protocol();

  /** The protocol, with the server; a load that brings none has this one. */
  final ChatProtocolBuilder protocol() {
    return protocol;
  }

  /**
   * Sets the load up, and before it the warm-up. Call it once, in the constructor.
   *
   * @param durationMax when the load is ended by force, since its begin
   * @return for the assertions
   */
  final SetUp load(PopulationBuilder load, Duration durationMax) {
    Duration warmUp = WarmUp.duration();
    PopulationBuilder all =
        warmUp.isZero()
            ? load
            : WarmUp.population(protocol, parameters.text("namePrefix"), warmUp).andThen(load);
    return setUp(all)
        .protocols(protocol)
        .maxDuration(durationMax.plus(warmUp).plus(WarmUp.ENDING_MAX));
  }

  @Override
  public final void before() {
    server.start();
  }

  @Override
  public final void after() {
    server.stop();
  }
}
