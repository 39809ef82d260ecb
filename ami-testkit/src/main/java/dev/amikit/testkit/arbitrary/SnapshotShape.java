package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.TieringOperation;
import java.util.Arrays;

/** What decides which rules speak of a snapshot; all shapes that a snapshot can have. */
record SnapshotShape(
    SnapshotState state,
    Encryption encryption,
    Tier tier,
    Origin origin,
    boolean isPublic,
    Place place) {
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

  /** Whether a snapshot is still there. */
  enum Place {
    KEPT,
    BINNED,
    DELETED
  }

  int weight() {
    return (state.equals(SnapshotState.COMPLETED) ? 8 : 1)
        * (encryption == Encryption.NOT_TOLD ? 1 : 2)
        * (tier == Tier.STANDARD ? 4 : 1)
        * (origin == Origin.VOLUME ? 4 : 1)
        * (isPublic ? 1 : 3)
        * (place == Place.KEPT ? 6 : 1);
  }

  boolean isCopy() {
    return origin != Origin.VOLUME;
  }

  /** Whether a snapshot is a copy that came to nothing, so that it has no size. */
  boolean isFailedCopy() {
    return isCopy() && state.equals(SnapshotState.ERROR);
  }

  boolean isArchived() {
    return tier == Tier.ARCHIVED || tier == Tier.RESTORED_FOR_DAYS;
  }

  /** Whether a snapshot can be on its way between tiers so. */
  boolean mayMove(TieringOperation operation) {
    Tier from = operation == TieringOperation.ARCHIVAL ? Tier.STANDARD : Tier.ARCHIVED;
    return stage() == SnapshotStage.COMPLETED && tier == from;
  }

  SnapshotStage stage() {
    return switch (place) {
      case BINNED -> SnapshotStage.IN_RECYCLE_BIN;
      case DELETED -> SnapshotStage.DELETED;
      case KEPT ->
        Arrays.stream(SnapshotStage.values())
            .filter(stage -> stage.name().equalsIgnoreCase(state.word()))
            .findFirst()
            .orElse(SnapshotStage.UNKNOWN);
    };
  }

  private boolean isPossible() {
    boolean isFinished = state.equals(SnapshotState.COMPLETED) || state.equals(SnapshotState.ERROR);
    return !(isPublic && encryption == Encryption.ENCRYPTED)
        && (!isArchived() || state.equals(SnapshotState.COMPLETED))
        && (place == Place.KEPT || isFinished && !isPublic);
  }

  private static ImmutableList<SnapshotShape> all() {
    ImmutableList.Builder<SnapshotShape> shapes = ImmutableList.builder();
    for (SnapshotState state : states()) {
      for (Encryption encryption : Encryption.values()) {
        for (Tier tier : Tier.values()) {
          for (Origin origin : Origin.values()) {
            for (boolean isPublic : new boolean[] {false, true}) {
              for (Place place : Place.values()) {
                shapes.add(new SnapshotShape(state, encryption, tier, origin, isPublic, place));
              }
            }
          }
        }
      }
    }
    return shapes.build().stream()
        .filter(SnapshotShape::isPossible)
        .collect(ImmutableList.toImmutableList());
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
