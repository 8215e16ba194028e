package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As many users as this is about, on a server in a process of its own. */
class ManyUsersTest {
  private static final int USERS = 10_000;
  private static final int OTHER_FILES = 1_000;

  @Test
  void the_welcome_stays_within_1000_bytes_with_10000_users_on_line() throws IOException {
    assumeTrue(
        OpenFiles.max().orElse(0) >= USERS + OTHER_FILES,
        "this process may not open that many files");
    List<SocketChannel> users = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start("--host", "127.0.0.1", "--port", "0")) {
      int port = server.port();
      for (int i = 0; i < USERS; i++) {
        users.add(join(port, "user" + i));
      }

      TestClient last = TestClient.connect(port).send("😀".repeat(64) + "\n");

      String welcome = last.readLine();
      assertThat(welcome.getBytes(StandardCharsets.UTF_8).length + 1).isLessThanOrEqualTo(1_000);
      assertThat(Received.parse(welcome).msg())
          .containsPattern("Online users: user0, user1, user2, .*… and 99\\d\\d more: send to");
      assertThat(last.say("/list", "").read().msg())
          .startsWith("Online users (10000): user0, user1, ")
          .endsWith(", user9999");
      assertThat(last.say("/shout", "hello").read().msg()).isEqualTo("Message sent to 10000 users");
      assertThat(readLine(users.getLast())).contains("hello");
      last.close();
    } finally {
      for (SocketChannel user : users) {
        user.close();
      }
    }
  }

  private static SocketChannel join(int port, String name) throws IOException {
    SocketChannel channel =
        SocketChannel.open(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    channel.write(ByteBuffer.wrap((name + "\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(readLine(channel)).contains("Welcome " + name + "!");
    return channel;
  }

  private static String readLine(SocketChannel channel) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(1_024);
    do {
      assertThat(channel.read(line)).isPositive();
    } while (line.get(line.position() - 1) != '\n');
    return new String(line.array(), 0, line.position(), StandardCharsets.UTF_8);
  }
}
