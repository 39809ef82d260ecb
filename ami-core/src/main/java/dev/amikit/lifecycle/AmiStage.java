package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;

/**
 * Where an image is in its life: one of EC2's eight states, or the Recycle Bin, which is no state.
 */
public enum AmiStage {
  /** In state {@code pending}. */
  PENDING("pending"),
  /** In state {@code available}, and not in the Recycle Bin. */
  AVAILABLE("available"),
  /** In state {@code invalid}, which is never produced. */
  INVALID("invalid"),
  /** In state {@code deregistered}. */
  DEREGISTERED("deregistered"),
  /** In state {@code transient}, which is never produced. */
  TRANSIENT("transient"),
  /** In state {@code failed}. */
  FAILED("failed"),
  /** In state {@code error}, which is never produced. */
  ERROR("error"),
  /** In state {@code disabled}, and not in the Recycle Bin. */
  DISABLED("disabled"),
  /** In the Recycle Bin. */
  IN_RECYCLE_BIN("in the Recycle Bin");

  private final String words;

  AmiStage(String words) {
    this.words = words;
  }

  /**
   * Returns where an image is.
   *
   * @param ami the image
   * @return its stage
   */
  public static AmiStage of(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.isInRecycleBin() ? IN_RECYCLE_BIN : of(ami.state());
  }

  private static AmiStage of(AmiState state) {
    return switch (state) {
      case PENDING -> PENDING;
      case AVAILABLE -> AVAILABLE;
      case INVALID -> INVALID;
      case DEREGISTERED -> DEREGISTERED;
      case TRANSIENT -> TRANSIENT;
      case FAILED -> FAILED;
      case ERROR -> ERROR;
      case DISABLED -> DISABLED;
    };
  }

  /** {@return whether an image keeps its snapshots from being deleted} */
  public boolean holdsSnapshots() {
    return this == PENDING || this == AVAILABLE || this == DISABLED;
  }

  /** {@return whether an image keeps its name from being given to another of its owner} */
  public boolean holdsName() {
    return holdsSnapshots() || this == FAILED;
  }

  /** {@return whether an image counts towards the quota of its owner} */
  public boolean countsTowardsQuota() {
    return holdsSnapshots() || this == IN_RECYCLE_BIN;
  }

  /** Returns the stage in words, such as {@code available} or {@code in the Recycle Bin}. */
  @Override
  public String toString() {
    return words;
  }
}
