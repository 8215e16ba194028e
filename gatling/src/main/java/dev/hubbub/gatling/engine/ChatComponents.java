package dev.hubbub.gatling.engine;

import dev.hubbub.gatling.times.StepTimes;
import dev.hubbub.gatling.times.TimesFolder;
import io.gatling.core.CoreComponents;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.session.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import scala.Function1;
import scala.runtime.BoxedUnit;

/**
 * What the steps of one scenario share while it runs. Immutable.
 *
 * @param protocol what the simulation set up
 * @param address where the server is, resolved
 * @param core Gatling's clock, statistics and configuration
 * @param times how long successful steps took
 */
record ChatComponents(
    ChatProtocol protocol, InetSocketAddress address, CoreComponents core, StepTimes times)
    implements ProtocolComponents {

  /** Begins the use of a protocol in a run, whose times are written when the run is over. */
  static ChatComponents of(ChatProtocol protocol, CoreComponents core) {
    StepTimes times = new StepTimes();
    Path folder = TimesFolder.ofThisRun();
    if (folder != null && protocol.recorded()) {
      core.actorSystem().registerOnTermination(() -> write(times, folder));
    }
    return new ChatComponents(protocol, protocol.address().get(), core, times);
  }

  private static BoxedUnit write(StepTimes times, Path folder) {
    try {
      times.write(folder);
    } catch (IOException e) {
      LoggerFactory.getLogger(ChatComponents.class).error("the times of steps are lost", e);
    }
    return BoxedUnit.UNIT;
  }

  @Override
  public Function1<Session, Session> onStart() {
    return session -> {
      times.begin(core.clock().nowMillis());
      return session;
    };
  }

  /** A virtual user that ends, however it ends, leaves no connection behind. */
  @Override
  public Function1<Session, BoxedUnit> onExit() {
    return session -> {
      ChatConnection.of(session).ifPresent(ChatConnection::close);
      return BoxedUnit.UNIT;
    };
  }
}
