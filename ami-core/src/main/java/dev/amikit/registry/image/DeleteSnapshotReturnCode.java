package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;

/**
 * What became of one snapshot.
 *
 * @param snapshotId the snapshot
 * @param returnCode what became of it
 */
public record DeleteSnapshotReturnCode(
    SnapshotId snapshotId, DeregisterImage.ReturnCode returnCode) {
  /**
   * Refuses null.
   *
   * @param snapshotId the snapshot
   * @param returnCode what became of it
   */
  public DeleteSnapshotReturnCode {
    requireNonNull(snapshotId, "snapshotId");
    requireNonNull(returnCode, "returnCode");
  }
}
