package dev.hubbub.benchmarks.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** What attackers do. Each goes on in threads of its own. */
enum Attack {
  /** Nothing. */
  NONE {
    @Override
    void run(int port) {}
  },

  /** Users who never read, and others who send them as much as they can. */
  SLOW_RECEIVERS {
    @Override
    void run(int port) throws IOException {
      for (int i = 0; i < SLOW_USERS; i++) {
        String name = "slow" + i;
        onThread(() -> comeBackWheneverCut(port, name));
      }
      String text = "m".repeat(SLOW_TEXT_BYTES);
      for (int i = 0; i < SENDERS; i++) {
        ChatSocket sender = reader(port, "sender" + i);
        onThread(() -> sender.say("slow" + random(SLOW_USERS), text));
      }
    }
  },

  /** Users who shout as fast as they are answered, to many who read. */
  SHOUTS {
    @Override
    void run(int port) throws IOException {
      crowd(port);
      askAllTheTime(port, "/shout");
    }
  },

  /** Users who ask for the list of many as fast as they are answered. */
  LISTS {
    @Override
    void run(int port) throws IOException {
      crowd(port);
      askAllTheTime(port, "/list");
    }
  },

  /** Connections that come, say nothing, and go. */
  REGISTRATIONS {
    @Override
    void run(int port) {
      for (int i = 0; i < SENDERS; i++) {
        onThread(() -> {
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            // A reset leaves no port waiting.
            socket.setSoLinger(true, 0);
          }
        });
      }
    }
  };

  private static final int SLOW_USERS = 100;
  private static final int SLOW_TEXT_BYTES = 10_000;
  private static final int SENDERS = 4;
  private static final int CROWD = 500;
  private static final int ASKERS = 50;

  /** Begins; returns when the attack is under way. */
  abstract void run(int port) throws IOException;

  /** What is done over and over. */
  private interface Step {
    void run() throws IOException;
  }

  private static void onThread(Step step) {
    Thread.ofVirtual()
        .start(() -> {
          while (true) {
            try {
              step.run();
            } catch (IOException e) {
              Thread.onSpinWait();
            }
          }
        });
  }

  private static void comeBackWheneverCut(int port, String name) throws IOException {
    try (ChatSocket slow = new ChatSocket(port, name, 4_096)) {
      while (true) {
        // Fails once the server has cut it.
        slow.say(name, "");
        pause();
      }
    }
  }

  private static void crowd(int port) throws IOException {
    for (int i = 0; i < CROWD; i++) {
      var _ = reader(port, "crowd" + i);
    }
  }

  private static void askAllTheTime(int port, String command) throws IOException {
    for (int i = 0; i < ASKERS; i++) {
      ChatSocket asker = new ChatSocket(port, "asker" + i);
      onThread(() -> {
        asker.say(command, "m");
        asker.awaitFrom("SERVER");
      });
    }
  }

  /** A user who reads all that it is sent. */
  private static ChatSocket reader(int port, String name) throws IOException {
    ChatSocket socket = new ChatSocket(port, name);
    onThread(socket::discard);
    return socket;
  }

  private static int random(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
