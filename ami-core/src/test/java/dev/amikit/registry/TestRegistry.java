package dev.amikit.registry;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A registry whose clock the test moves, with three accounts and two Regions to speak of. */
final class TestRegistry {
  static final AccountId OWNER = AccountId.of("111122223333");
  static final AccountId FRIEND = AccountId.of("444455556666");
  static final AccountId STRANGER = AccountId.of("777788889999");
  static final Region HERE = Region.US_EAST_1;
  static final Region THERE = Region.EU_WEST_1;
  static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

  final MovableClock clock = new MovableClock(START);
  final InMemoryAmiRegistry registry;
  private int snapshots;

  TestRegistry(RegistrySettings settings) {
    registry = InMemoryAmiRegistry.create(clock, settings);
  }

  TestRegistry() {
    this(RegistrySettings.builder().ids(IdSource.counting()).build());
  }

  static TestRegistry completing(CompletionPolicy policy) {
    return new TestRegistry(
        RegistrySettings.builder().ids(IdSource.counting()).completion(policy).build());
  }

  Ec2 as(AccountId account) {
    return registry.account(account).in(HERE);
  }

  Ec2 as(AccountId account, Region region) {
    return registry.account(account).in(region);
  }

  PartitionState state() {
    return registry.state();
  }

  Ec2 owner() {
    return as(OWNER);
  }

  /** Puts in an image as it is, without any operation. */
  Ami put(Ami ami) {
    registry.happen(new RegistryEvent.ImageCreated(HERE, ami));
    return ami;
  }

  /** Puts in a completed, unencrypted snapshot of 8 GiB of the owner. */
  SnapshotId snapshot() {
    return snapshot(OWNER, snapshot -> snapshot);
  }

  SnapshotId snapshot(AccountId account, UnaryOperator<Snapshot.Builder> change) {
    snapshots++;
    SnapshotId id = SnapshotId.of("snap-%017x".formatted(0xfeed0000L + snapshots));
    Snapshot snapshot = change
        .apply(Snapshot.builder()
            .snapshotId(id)
            .ownerId(account)
            .state(SnapshotState.COMPLETED)
            .progress(100)
            .startTime(START)
            .volumeId(VolumeId.of("vol-%017x".formatted(0xfeed0000L + snapshots)))
            .volumeSize(8)
            .encrypted(false)
            .storageTier(StorageTier.STANDARD))
        .build();
    registry.happen(new RegistryEvent.SnapshotStored(HERE, StoredSnapshot.of(snapshot)));
    return id;
  }

  void pass(Duration duration) {
    clock.pass(duration);
    registry.advance();
  }
}
