package dev.hubbub.bots.driver;

/** A user's name, and what of its messages is always the same, encoded once. */
public final class Identity {
  private final String name;
  private final byte[] address;
  private final byte[] head;

  /**
   * Of a driver.
   *
   * @param head what each message of the user begins with, before the receiver
   */
  Identity(String name, byte[] head) {
    this.name = name;
    this.address = Driver.ascii(name);
    this.head = head;
  }

  /** The name, which is what a server knows the user by. */
  public String name() {
    return name;
  }

  /** The name as bytes. The array is shared: nobody may change it. */
  public byte[] address() {
    return address;
  }

  byte[] head() {
    return head;
  }
}
