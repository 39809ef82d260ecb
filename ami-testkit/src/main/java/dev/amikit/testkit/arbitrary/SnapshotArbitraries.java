package dev.amikit.testkit.arbitrary;

/** Snapshots. */
public final class SnapshotArbitraries {
  private SnapshotArbitraries() {}

  /**
   * {@return snapshots of every kind: pending and failed ones, encrypted and archived ones, copies,
   * and sparse ones of old answers; {@link SnapshotArbitrary} narrows them}
   */
  public static SnapshotArbitrary snapshots() {
    return SnapshotArbitrary.ofAll();
  }
}
