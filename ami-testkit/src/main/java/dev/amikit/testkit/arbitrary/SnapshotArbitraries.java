package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableSet;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Snapshots, and what stands on them. */
public final class SnapshotArbitraries {
  private static final int MOST_HOURS = 72;
  private static final int MOST_DAYS = 36_500;

  private SnapshotArbitraries() {}

  /**
   * {@return snapshots of every kind: pending and failed ones, encrypted, archived and locked ones,
   * copies, those in the Recycle Bin, deleted ones, and sparse ones of old answers;
   * {@link SnapshotArbitrary} narrows them}
   */
  public static SnapshotArbitrary snapshots() {
    return SnapshotArbitrary.ofAll();
  }

  /** {@return the attributes of snapshots of every kind, both of one snapshot at once} */
  public static Arbitrary<SnapshotAttribute> snapshotAttributes() {
    return snapshots().map(SnapshotAttribute::of);
  }

  /** {@return locks for some days or until a date, also those that begin to count on completion} */
  public static Arbitrary<SnapshotLock> locks() {
    return Combinators.combine(
            WordArbitraries.knownWordsOf(LockMode.WORDS),
            AmiArbitraries.instants(),
            Arbitraries.integers().between(1, MOST_HOURS).optional(0.5),
            Arbitraries.integers().between(1, MOST_DAYS),
            Arbitraries.of(LockEnd.class))
        .as((mode, created, hours, days, end) -> new SnapshotLock(
            mode,
            created,
            hours
                .filter(any -> mode.equals(LockMode.COMPLIANCE))
                .map(coolOff -> created.plus(Duration.ofHours(coolOff))),
            end == LockEnd.DATE ? OptionalInt.empty() : OptionalInt.of(days),
            end == LockEnd.DAYS_FROM_COMPLETION
                ? Optional.empty()
                : Optional.of(created.plus(Duration.ofDays(days)))));
  }

  /** {@return stays in the Recycle Bin, of one day to a year} */
  public static Arbitrary<SnapshotRecycleBinStay> recycleBinStays() {
    return Combinators.combine(
            AmiArbitraries.instants(),
            Arbitraries.integers().between(1, 365),
            PermissionArbitraries.createVolumePermissions().list().ofMaxSize(3))
        .as((enter, days, suspended) -> new SnapshotRecycleBinStay(
            enter, enter.plus(Duration.ofDays(days)), ImmutableSet.copyOf(suspended)))
        .withoutEdgeCases();
  }

  private enum LockEnd {
    DAYS,
    DAYS_FROM_COMPLETION,
    DATE
  }
}
