package dev.hubbub.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Connections in memory, and messages between random ones of them, the same in every run. All of
 * them take part: a large crowd is not in the processor's cache. For one thread.
 */
public final class Crowd {
  static final String TEXT = "see you in five minutes!";

  private static final long SEED = 42;
  // All names are of one length, so that all messages are.
  private static final String NAME = "user-%07d";
  private static final int DIGITS = 7;

  /** How many there are, and how many of them talk. */
  public enum Size {
    THOUSAND(1_000, 1_000),
    /** A million are on line, and a thousand of them talk: as many as the cache holds. */
    MILLION_FEW_TALK(1_000_000, 1_000),
    /** Whoever is next was last seen long ago. */
    MILLION(1_000_000, 1_000_000);

    private final int all;
    private final int talking;

    Size(int all, int talking) {
      this.all = all;
      this.talking = talking;
    }
  }

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] talking;
  private final MemoryLoop loop;
  private final MemoryChannel[] channels;
  private final MemoryChannel[] receivers;
  private final byte[] read;
  private final int messageBytes;
  private final int digitsEnd;

  /**
   * A crowd.
   *
   * @param loop the event loop of all of them
   * @param receivers takes the receivers of what {@link #send} sends, in its order; as many as a
   *     read can have messages
   * @param connection makes the connection of a user of that name
   */
  Crowd(
      Size size,
      MemoryLoop loop,
      MemoryChannel[] receivers,
      Function<String, MemoryChannel> connection) {
    this.loop = loop;
    this.receivers = receivers;
    channels = new MemoryChannel[size.all];
    // Anywhere among all, as it happens.
    talking = random.ints(0, size.all).distinct().limit(size.talking).toArray();
    for (int i = 0; i < channels.length; i++) {
      channels[i] = connection.apply(NAME.formatted(i));
    }
    String name = NAME.formatted(0);
    String message = ChatSocket.json(name, TEXT);
    messageBytes = messageBytes();
    digitsEnd = message.indexOf(name) + name.length();
    read = message.repeat(receivers.length).getBytes(StandardCharsets.US_ASCII);
    // Whoever is there now stays: that must not be found out while it is measured.
    System.gc();
  }

  /** A message as its sender writes it, in bytes. */
  static int messageBytes() {
    return ChatSocket.json(NAME.formatted(0), TEXT).length();
  }

  /**
   * Lets a random user send so many messages to others, in one read, and has them delivered.
   *
   * @return bytes that arrived
   */
  long send(int messages) {
    for (int i = 0; i < messages; i++) {
      int number = random();
      receivers[i] = channels[number];
      address(i, number);
    }
    channels[random()].receive(read, messages * messageBytes);
    loop.run();
    long bytes = 0;
    for (int i = 0; i < messages; i++) {
      bytes += receivers[i].takeSentBytes();
    }
    return bytes;
  }

  private int random() {
    return talking[random.nextInt(talking.length)];
  }

  private void address(int message, int number) {
    int at = message * messageBytes + digitsEnd;
    int rest = number;
    for (int i = 0; i < DIGITS; i++) {
      at--;
      read[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
