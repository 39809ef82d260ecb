package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;
import static dev.amikit.testkit.arbitrary.TextBreakers.attempts;

import com.google.common.collect.ImmutableMap;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of snapshots. */
final class SnapshotBreakers {
  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL = ImmutableMap.of(
      "snapshot.size-positive", sizesBelowOne(),
      "snapshot.progress-in-percent", progressBeyondPercent(),
      "snapshot.key-when-encrypted", keysOfUnencrypted(),
      "snapshot.key-is-arn", keysByOtherNames(),
      "snapshot.restore-expiry-in-archive", expiriesInStandardTier(),
      "snapshot.duration-when-time-based", durationsOfStandardCopies(),
      "snapshot.not-public-when-encrypted", publicEncrypted());

  private SnapshotBreakers() {}

  private static Arbitrary<Supplier<?>> sizesBelowOne() {
    return Combinators.combine(snapshots(), Arbitraries.integers().between(-100, 0))
        .as((snapshot, gib) -> () -> snapshot.toBuilder().volumeSize(gib).build());
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

  private static Arbitrary<Supplier<?>> expiriesInStandardTier() {
    return Combinators.combine(snapshots(), AmiArbitraries.instants())
        .as((snapshot, expiry) -> () -> snapshot.toBuilder()
            .storageTier(StorageTier.STANDARD)
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
        snapshots().encrypted(),
        snapshot -> snapshot.toBuilder()
            .addCreateVolumePermission(CreateVolumePermission.everyone())
            .build());
  }
}
