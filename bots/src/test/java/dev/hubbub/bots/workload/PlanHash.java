package dev.hubbub.bots.workload;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A program that prints what all presets plan, as a hash each; also called by tests. */
public final class PlanHash {
  private static final long UNTIL_NS = 30_000_000_000L;
  private static final int STEP_BYTES = 8 + 4 * 4 + 8;

  private PlanHash() {}

  /** Takes the seed. */
  public static void main(String[] args) throws NoSuchAlgorithmException {
    System.out.print(ofPresets(Long.parseLong(args[0])));
  }

  /** A line for each preset. */
  static String ofPresets(long seed) throws NoSuchAlgorithmException {
    StringBuilder lines = new StringBuilder();
    for (String name : Presets.names()) {
      lines.append(name + " " + of(Presets.workload(name), seed, 100) + "\n");
    }
    return lines.toString();
  }

  /** The hash of half a minute of a workload with so many users. */
  static String of(Workload workload, long seed, int users) throws NoSuchAlgorithmException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    ByteBuffer step = ByteBuffer.allocate(STEP_BYTES);
    double perSecond = workload.pace().ratePerUser() * users;
    int present = workload.attendance().ramp() == null ? users : users / 2;
    LoadPlan plan = new WorkloadPlan(workload, seed, perSecond, users, present);
    for (plan.advance(); plan.dueNs() < UNTIL_NS; plan.advance()) {
      step.clear()
          .putLong(plan.dueNs())
          .putInt(plan.action().name().hashCode())
          .putInt(plan.actor())
          .putInt(plan.peer())
          .putInt(plan.payloadBytes())
          .putLong(plan.awayNs());
      hash.update(step.array());
    }
    return HexFormat.of().formatHex(hash.digest());
  }
}
