package dev.hubbub.measure;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a ledger says; a message is named by its tag. */
final class RecordingDeliveries implements DeliveryListener<Integer> {
  final List<Integer> delivered = new ArrayList<>();
  final List<Integer> reordered = new ArrayList<>();
  final List<Integer> refused = new ArrayList<>();
  final List<Integer> lost = new ArrayList<>();
  int duplicated;
  int misdelivered;
  int late;
  int strayRefusals;

  @Override
  public void delivered(Integer tag, long dueNs, boolean wasReordered) {
    delivered.add(tag);
    if (wasReordered) {
      reordered.add(tag);
    }
  }

  @Override
  public void refused(Integer tag, long dueNs) {
    refused.add(tag);
  }

  @Override
  public void lost(Integer tag, long dueNs) {
    lost.add(tag);
  }

  @Override
  public void duplicated() {
    duplicated++;
  }

  @Override
  public void misdelivered() {
    misdelivered++;
  }

  @Override
  public void late() {
    late++;
  }

  @Override
  public void strayRefusal() {
    strayRefusals++;
  }
}
