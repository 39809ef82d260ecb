package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import dev.amikit.snapshot.SnapshotState;

/** What decides which rules speak of a snapshot; all shapes that a snapshot can have. */
record SnapshotShape(
    SnapshotState state, Encryption encryption, Tier tier, Origin origin, boolean isPublic) {
  static final ImmutableList<SnapshotShape> ALL = all();

  /** Whether a snapshot is encrypted, as far as told. */
  enum Encryption {
    UNENCRYPTED,
    ENCRYPTED,
    NOT_TOLD
  }

  /** Where a snapshot is kept. */
  enum Tier {
    STANDARD,
    ARCHIVED,
    RESTORED_FOR_DAYS,
    NOT_TOLD
  }

  /** What a snapshot was made of. */
  enum Origin {
    VOLUME,
    COPY,
    TIME_BASED_COPY
  }

  int weight() {
    return (state.equals(SnapshotState.COMPLETED) ? 8 : 1)
        * (encryption == Encryption.NOT_TOLD ? 1 : 2)
        * (tier == Tier.STANDARD ? 4 : 1)
        * (origin == Origin.VOLUME ? 4 : 1)
        * (isPublic ? 1 : 3);
  }

  boolean isCopy() {
    return origin != Origin.VOLUME;
  }

  boolean isArchived() {
    return tier == Tier.ARCHIVED || tier == Tier.RESTORED_FOR_DAYS;
  }

  private boolean isPossible() {
    return !(isPublic && encryption == Encryption.ENCRYPTED)
        && (!isArchived() || state.equals(SnapshotState.COMPLETED));
  }

  private static ImmutableList<SnapshotShape> all() {
    ImmutableList.Builder<SnapshotShape> shapes = ImmutableList.builder();
    for (SnapshotState state : states()) {
      for (Encryption encryption : Encryption.values()) {
        for (Tier tier : Tier.values()) {
          for (Origin origin : Origin.values()) {
            for (boolean isPublic : new boolean[] {false, true}) {
              SnapshotShape shape = new SnapshotShape(state, encryption, tier, origin, isPublic);
              if (shape.isPossible()) {
                shapes.add(shape);
              }
            }
          }
        }
      }
    }
    return shapes.build();
  }

  private static ImmutableList<SnapshotState> states() {
    return ImmutableList.of(
        SnapshotState.COMPLETED,
        SnapshotState.PENDING,
        SnapshotState.ERROR,
        SnapshotState.RECOVERABLE,
        SnapshotState.RECOVERING,
        SnapshotState.of("new-state"));
  }
}
