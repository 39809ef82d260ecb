package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;
import static dev.amikit.testkit.arbitrary.TextBreakers.attempts;

import com.google.common.collect.ImmutableMap;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.TransferType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of snapshots. */
final class SnapshotBreakers {
  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL =
      ImmutableMap.<String, Arbitrary<? extends Supplier<?>>>builder()
          .put("snapshot.size-positive", sizesBelowOne())
          .put("snapshot.progress-in-percent", progressBeyondPercent())
          .put("snapshot.key-when-encrypted", keysOfUnencrypted())
          .put("snapshot.key-is-arn", keysByOtherNames())
          .put("snapshot.tier-with-restore-expiry", expiriesWithoutTier())
          .put("snapshot.duration-when-time-based", durationsOfStandardCopies())
          .put("snapshot.not-public-when-encrypted", publicEncrypted())
          .put("snapshot.binned-is-not-shared", sharedInRecycleBin())
          .put("snapshot.deletion-requested-while-pending", deletionsPutOff())
          .put("snapshot-recycle-bin-stay.ends-later", staysThatEndTooEarly())
          .put("lock-snapshot.end-given", endlessLocks())
          .buildOrThrow();

  private SnapshotBreakers() {}

  private static Arbitrary<Supplier<?>> sizesBelowOne() {
    return Arbitraries.oneOf(
        attempts(
            snapshots().completed(),
            snapshot -> snapshot.toBuilder().volumeSize(0).build()),
        Combinators.combine(snapshots(), Arbitraries.integers().between(-100, -1))
            .as((snapshot, gib) -> () -> snapshot.toBuilder().volumeSize(gib).build()));
  }

  private static Arbitrary<Supplier<?>> progressBeyondPercent() {
    return Combinators.combine(snapshots(), Arbitraries.of(101, -1, 1_000, -100))
        .as((snapshot, percent) -> () -> snapshot.toBuilder().progress(percent).build());
  }

  private static Arbitrary<Supplier<?>> keysOfUnencrypted() {
    return Combinators.combine(
            snapshots().unencrypted(), IdArbitraries.kmsKeyArns(), Arbitraries.of(true, false))
        .as((snapshot, key, dataKey) -> () -> dataKey
            ? snapshot.toBuilder().dataEncryptionKeyId("data-key").build()
            : snapshot.toBuilder().kmsKeyId(key).build());
  }

  private static Arbitrary<Supplier<?>> keysByOtherNames() {
    return Combinators.combine(
            snapshots().encrypted(), IdArbitraries.kmsKeyIds().filter(key -> !key.isKeyArn()))
        .as((snapshot, key) -> () -> snapshot.toBuilder().kmsKeyId(key).build());
  }

  private static Arbitrary<Supplier<?>> expiriesWithoutTier() {
    return Combinators.combine(snapshots(), AmiArbitraries.instants())
        .as((snapshot, expiry) -> () -> snapshot.toBuilder()
            .storageTier(Optional.empty())
            .restoreExpiryTime(expiry)
            .build());
  }

  private static Arbitrary<Supplier<?>> durationsOfStandardCopies() {
    return Combinators.combine(snapshots(), Arbitraries.integers().between(0, 2_880))
        .as((snapshot, minutes) -> () -> snapshot.toBuilder()
            .transferType(TransferType.STANDARD)
            .completionDurationMinutes(minutes)
            .build());
  }

  private static Arbitrary<Supplier<?>> publicEncrypted() {
    return attempts(
        snapshots().encrypted().notGone(),
        snapshot -> snapshot.toBuilder()
            .addCreateVolumePermission(CreateVolumePermission.everyone())
            .build());
  }

  private static Arbitrary<Supplier<?>> sharedInRecycleBin() {
    return Combinators.combine(snapshots().inRecycleBin(), IdArbitraries.accountIds())
        .as((snapshot, account) -> () -> snapshot.toBuilder()
            .addCreateVolumePermission(CreateVolumePermission.userId(account))
            .build());
  }

  private static Arbitrary<Supplier<?>> deletionsPutOff() {
    return Combinators.combine(
            snapshots(), Arbitraries.of(SnapshotState.COMPLETED, SnapshotState.ERROR))
        .as((snapshot, state) -> () -> snapshot.toBuilder()
            .state(state)
            .volumeSize(8)
            .deletionRequested(true)
            .build());
  }

  private static Arbitrary<Supplier<?>> staysThatEndTooEarly() {
    return Combinators.combine(
            SnapshotArbitraries.recycleBinStays(), Arbitraries.of(0, 1, 86_400, 1_000_000))
        .as((stay, seconds) -> () -> new SnapshotRecycleBinStay(
            stay.enterTime(),
            stay.enterTime().minusSeconds(seconds),
            stay.suspendedCreateVolumePermissions()));
  }

  private static Arbitrary<Supplier<?>> endlessLocks() {
    return attempts(
        SnapshotArbitraries.locks(),
        lock -> new SnapshotLock(
            lock.lockMode(),
            lock.lockCreatedOn(),
            lock.coolOffPeriodExpiresOn(),
            OptionalInt.empty(),
            Optional.empty()));
  }
}
