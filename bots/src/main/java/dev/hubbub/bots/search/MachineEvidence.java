package dev.hubbub.bots.search;

import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.Evidence.Side;
import dev.hubbub.measure.result.TcpCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the kernel's counters of TCP show of a step, of all programs of the machine together. */
final class MachineEvidence {
  // On loopback nothing is sent again unless a buffer or a queue was full.
  private static final double RETRANSMIT_SHARE_HIGH = 0.001;

  private MachineEvidence() {}

  static List<Evidence> of(TcpCounts tcp) {
    List<Evidence> evidence = new ArrayList<>();
    if (tcp.listenOverflows() != null && tcp.listenDrops() != null) {
      String text =
          String.format(
              Locale.ROOT,
              "the kernel turned away %,d connections, %,d of them because a queue of connections"
                  + " to accept was full",
              tcp.listenDrops(),
              tcp.listenOverflows());
      evidence.add(new Evidence(Side.MACHINE, text, tcp.listenDrops() > 0));
    }
    if (tcp.retransmits() != null && tcp.segments() != null) {
      String text =
          String.format(
              Locale.ROOT,
              "the kernel sent %,d of %,d TCP segments again",
              tcp.retransmits(),
              tcp.segments());
      boolean high = tcp.retransmits() > tcp.segments() * RETRANSMIT_SHARE_HIGH;
      evidence.add(new Evidence(Side.MACHINE, text, high));
    }
    return evidence;
  }
}
