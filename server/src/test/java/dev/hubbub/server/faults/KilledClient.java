package dev.hubbub.server.faults;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.TestClient;
import java.util.ArrayList;
import java.util.List;

/**
 * A program with users that write to each other all the time, each with half a message under way,
 * until it is killed.
 */
final class KilledClient {
  static final String READY = "ready";

  private KilledClient() {}

  /** Its arguments are the port and the names. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    List<TestClient> users = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      users.add(TestClient.connect(port).join(args[i]));
    }
    TestClient writer = users.removeFirst();
    users.forEach(user -> user.send("{\"from\": {\"name\": \"cut"));
    System.out.println(READY);
    while (true) {
      writer.send(Json.message(args[2], "more"));
    }
  }
}
