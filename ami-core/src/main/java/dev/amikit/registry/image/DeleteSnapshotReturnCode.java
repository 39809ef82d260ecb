package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.SnapshotId;

/**
 * What became of one snapshot.
 *
 * @param snapshotId the snapshot
 * @param returnCode what became of it
 */
public record DeleteSnapshotReturnCode(SnapshotId snapshotId, ReturnCode returnCode) {
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

  /** What became of a snapshot that was to be deleted with its image. */
  public enum ReturnCode {
    /** Deleted; a retention rule for snapshots may keep it in the Recycle Bin. */
    SUCCESS("success"),
    /** Left alone, since another image uses it. */
    SKIPPED("skipped"),
    /** Left alone, since it belongs to another account. */
    MISSING_PERMISSIONS("missing-permissions"),
    /** Left alone, since it is locked, or AWS Backup manages it; or gone before. */
    CLIENT_ERROR("client-error");

    private final String word;

    ReturnCode(String word) {
      this.word = word;
    }

    /** Returns the word that EC2 writes, such as {@code missing-permissions}. */
    @Override
    public String toString() {
      return word;
    }
  }
}
