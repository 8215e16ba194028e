package dev.hubbub.client;

import dev.hubbub.protocol.Sender;

/** The example of the documentation, which is this code word for word. */
final class ChatClientExample {
  private ChatClientExample() {}

  static void run(int port) {
    // example
    try (ChatClient client = ChatClient.connect("127.0.0.1", port, "echo").join()) {
      client.listen(message -> {
        if (!message.from().equals(Sender.SERVER)) {
          client.send(message.from().name(), "you said: " + message.msg());
        }
      });
      System.out.println(client.endpoint("/list").join().msg());
      client.send("alice", "I repeat what you say").join();
      client.closed().join(); // until the server stops, which is an exception
    }
    // end of example
  }
}
