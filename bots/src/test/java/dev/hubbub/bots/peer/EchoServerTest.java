package dev.hubbub.bots.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.server.wire.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EchoServerTest {
  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void every_byte_comes_back_and_the_end_too(Transport transport) throws Exception {
    byte[] bytes = new byte[1_000_000];
    new Random(1).nextBytes(bytes);
    try (EchoServer server = start(transport, 0);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              socket.getOutputStream().write(bytes);
              socket.shutdownOutput();
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });

      assertThat(socket.getInputStream().readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void a_port_in_use_is_an_error() throws Exception {
    try (EchoServer server = start(Transport.NIO, 0)) {
      assertThatThrownBy(() -> start(Transport.NIO, server.port()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  private static EchoServer start(Transport transport, int port) throws IOException {
    return EchoServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), transport, 1);
  }
}
