package dev.amikit.registry;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A registry whose clock the test moves, with three accounts and two Regions to speak of. */
public final class TestRegistry {
  public static final AccountId OWNER = AccountId.of("111122223333");
  public static final AccountId FRIEND = AccountId.of("444455556666");
  public static final AccountId STRANGER = AccountId.of("777788889999");
  public static final Region HERE = Region.US_EAST_1;
  public static final Region THERE = Region.EU_WEST_1;
  public static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

  public final MovableClock clock = new MovableClock(START);
  public final InMemoryAmiRegistry registry;
  public final List<Throwable> unheard = new ArrayList<>();
  private int snapshots;

  public TestRegistry(RegistrySettings settings) {
    registry = InMemoryAmiRegistry.create(clock, settings);
  }

  public TestRegistry() {
    this(RegistrySettings.builder().ids(IdSource.counting()).build());
  }

  public static TestRegistry completing(CompletionPolicy policy) {
    return new TestRegistry(
        RegistrySettings.builder().ids(IdSource.counting()).completion(policy).build());
  }

  /** Tells a listener what happens; what it throws is kept in {@link #unheard}. */
  public void listen(Consumer<RecordedEvent> listener) {
    registry.listen(listener, (event, failure) -> unheard.add(failure));
  }

  public Ec2 as(AccountId account) {
    return registry.account(account).in(HERE);
  }

  public Ec2 as(AccountId account, Region region) {
    return registry.account(account).in(region);
  }

  public PartitionState state() {
    return registry.state();
  }

  public Ec2 owner() {
    return as(OWNER);
  }

  /** Puts in an image as it is, without any operation, in place of one of its ID. */
  public Ami put(Ami ami) {
    ImageId id = ami.imageId();
    Optional<AmiStage> before = state().image(HERE, id).map(AmiStage::of);
    if (before.isPresent() && LifeCycle.canFollow(before.get(), AmiStage.of(ami))) {
      registry.aws().happen(new RegistryEvent.ImageChanged(HERE, id, any -> ami));
    } else {
      before.ifPresent(gone -> registry.aws().happen(new RegistryEvent.ImagePurged(HERE, id)));
      registry.aws().happen(new RegistryEvent.ImageCreated(HERE, ami));
    }
    return ami;
  }

  /** Puts in a snapshot as it is, without any operation, in place of one of its ID. */
  public void put(Snapshot snapshot) {
    SnapshotId id = snapshot.snapshotId();
    Optional<SnapshotStage> before = state().snapshot(HERE, id).map(SnapshotStage::of);
    if (before.isPresent()
        && SnapshotLifeCycle.canFollow(before.get(), SnapshotStage.of(snapshot))) {
      registry.aws().happen(new RegistryEvent.SnapshotChanged(HERE, id, any -> snapshot));
    } else {
      before.ifPresent(gone -> registry
          .aws()
          .happen(new RegistryEvent.SnapshotChanged(HERE, id, new SnapshotDeleted())));
      registry.aws().happen(new RegistryEvent.SnapshotCreated(HERE, snapshot));
    }
  }

  /** Puts in an instance as it is, without any operation, in place of one of its ID. */
  public void put(Instance instance) {
    InstanceId id = instance.instanceId();
    state().instance(HERE, id).ifPresent(before -> {
      if (before.state() != InstanceState.TERMINATED) {
        registry
            .aws()
            .happen(new InstanceEvent.InstanceTerminated(HERE, id, START, Optional.empty()));
      }
      registry.aws().happen(new RegistryEvent.InstancePurged(HERE, id));
    });
    registry.aws().happen(new InstanceEvent.InstanceLaunched(HERE, instance));
  }

  /** Puts in a volume as it is, without any operation, in place of one of its ID. */
  public void put(Volume volume) {
    state()
        .volume(HERE, volume.volumeId())
        .ifPresent(before ->
            registry.aws().happen(new VolumeEvent.VolumeDeleted(HERE, before.volumeId())));
    registry.aws().happen(new VolumeEvent.VolumeCreated(HERE, volume));
  }

  /** Puts in a completed, unencrypted snapshot of 8 GiB of the owner. */
  public SnapshotId snapshot() {
    return snapshot(OWNER, snapshot -> snapshot);
  }

  public SnapshotId snapshot(AccountId account, UnaryOperator<Snapshot.Builder> change) {
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
    put(snapshot);
    return id;
  }

  public void pass(Duration duration) {
    clock.pass(duration);
    registry.advance();
  }
}
