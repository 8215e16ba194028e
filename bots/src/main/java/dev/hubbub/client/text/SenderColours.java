package dev.hubbub.client.text;

import dev.hubbub.protocol.Username;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jline.utils.AttributedStyle;

/** A colour for each sender: the same one every time, on every machine. */
public final class SenderColours {
  // Of the 256 colours those that can be read on black and on white, and told from each other.
  private static final int[] PALETTE = {33, 166, 127, 34, 136, 37, 160, 99, 68, 172, 170, 71};

  private SenderColours() {}

  /** The style of a name. */
  public static AttributedStyle of(String name) {
    CRC32 hash = new CRC32();
    hash.update(Username.fold(name).getBytes(StandardCharsets.UTF_8));
    return AttributedStyle.BOLD.foreground(PALETTE[(int) (hash.getValue() % PALETTE.length)]);
  }
}
