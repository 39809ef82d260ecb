package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotAttribute;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.snapshot.InstanceSpecification;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import dev.amikit.testkit.registry.Draw;
import java.util.Optional;
import java.util.function.Function;

/** The operations on snapshots. */
final class SnapshotCalls {
  static final SnapshotId NO_SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");

  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(CreateSnapshot.class, drawn(SnapshotCalls::create))
          .put(
              CreateSnapshots.class,
              drawn(SnapshotCalls::createOfInstance, ImageCalls::register, InstanceCalls::run))
          .put(CopySnapshot.class, drawn(SnapshotCalls::copy))
          .put(DeleteSnapshot.class, drawn(SnapshotCalls::delete, SnapshotCalls::create))
          .put(LockSnapshot.class, drawn(SnapshotCalls::lock))
          .put(UnlockSnapshot.class, drawn(SnapshotCalls::unlock, SnapshotCalls::lock))
          .put(ModifySnapshotAttribute.class, drawn(SnapshotCalls::share))
          .put(
              ResetSnapshotAttribute.class,
              drawn(scene -> onAttribute(scene, ResetSnapshotAttribute::new), SnapshotCalls::share))
          .put(
              DescribeSnapshotAttribute.class,
              drawn(
                  scene -> onAttribute(scene, DescribeSnapshotAttribute::new),
                  SnapshotCalls::share))
          .put(ModifySnapshotTier.class, drawn(SnapshotCalls::archive))
          .put(RestoreSnapshotTier.class, drawn(SnapshotCalls::restoreTier, SnapshotCalls::archive))
          .put(
              DescribeSnapshotTierStatus.class,
              drawn(SnapshotCalls::describeTiers, SnapshotCalls::archive))
          .put(
              DescribeLockedSnapshots.class,
              drawn(SnapshotCalls::describeLocked, SnapshotCalls::lock))
          .put(DescribeSnapshots.class, drawn(SnapshotCalls::describe, SnapshotCalls::create))
          .buildOrThrow();

  private SnapshotCalls() {}

  static Deed.Call on(Found<Snapshot> found, Function<SnapshotId, Operation<?>> operation) {
    return found.calls(operation.apply(found.get(Snapshot::snapshotId, NO_SNAPSHOT)));
  }

  static Deed.Call create(Scene scene) {
    Found<Volume> volume = scene.volume((here, it) -> true);
    CreateSnapshot.Builder request = CreateSnapshot.builder()
        .volumeId(volume.get(Volume::volumeId, InstanceCalls.NO_VOLUME))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.SNAPSHOT));
    if (scene.draw().oneIn(4)) {
      request.description(scene.text());
    }
    return volume.calls(request.build());
  }

  private static Deed.Call createOfInstance(Scene scene) {
    Found<Instance> instance = scene.instance(it -> it.state() == InstanceState.RUNNING);
    boolean leavesRoot = scene.draw().oneIn(10);
    return instance.calls(CreateSnapshots.builder()
        .instanceSpecification(new InstanceSpecification(
            instance.get(Instance::instanceId, InstanceCalls.NO_INSTANCE),
            leavesRoot,
            ImmutableSet.of()))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.SNAPSHOT))
        .build());
  }

  private static Deed.Call copy(Scene scene) {
    Draw draw = scene.draw();
    Found<Snapshot> source = scene.snapshot(Scene::isUsable);
    CopySnapshot.Builder request = CopySnapshot.builder()
        .sourceRegion(source.region())
        .sourceSnapshotId(source.get(Snapshot::snapshotId, NO_SNAPSHOT))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.SNAPSHOT));
    if (draw.oneIn(4)) {
      request.encrypted(true);
    }
    if (draw.oneIn(6)) {
      request.description(scene.text());
    }
    return new Deed.Call(source.caller(), scene.region(), request.build(), Optional.empty());
  }

  static Deed.Call delete(Scene scene) {
    return on(scene.snapshotWhere(SnapshotCalls::isFree), DeleteSnapshot::new);
  }

  /** Deletes one that a retention rule keeps. */
  static Deed.Call bin(Scene scene) {
    return on(
        scene.snapshotWhere((here, snapshot) ->
            isFree(here, snapshot) && here.retention(snapshot).isPresent()),
        DeleteSnapshot::new);
  }

  /** Whether it is neither of an image nor locked. */
  private static boolean isFree(RegionState here, Snapshot snapshot) {
    return Scene.isUsable(snapshot)
        && snapshot.lock().isEmpty()
        && here.holders(snapshot.snapshotId()).isEmpty();
  }

  static Deed.Call lock(Scene scene) {
    Draw draw = scene.draw();
    Found<Snapshot> found = scene.snapshot(it -> Scene.isUsable(it) && it.lock().isEmpty());
    LockSnapshot.Builder request = LockSnapshot.builder()
        .snapshotId(found.get(Snapshot::snapshotId, NO_SNAPSHOT))
        .lockDuration(1 + draw.below(30));
    return found.calls(
        draw.oneIn(4)
            ? request
                .lockMode(LockMode.COMPLIANCE)
                .coolOffPeriod(1 + draw.below(72))
                .build()
            : request.lockMode(LockMode.GOVERNANCE).build());
  }

  private static Deed.Call unlock(Scene scene) {
    return on(scene.snapshot(it -> it.lock().isPresent()), UnlockSnapshot::new);
  }

  static Deed.Call share(Scene scene) {
    AccountId account = scene.account();
    CreateVolumePermission permission = scene.draw().oneIn(6)
        ? CreateVolumePermission.everyone()
        : CreateVolumePermission.userId(account);
    boolean isTaken = scene.draw().oneIn(4);
    return on(
        scene.snapshot(Scene::isUsable),
        id -> isTaken
            ? ModifySnapshotAttribute.revoke(id, permission)
            : ModifySnapshotAttribute.grant(id, permission));
  }

  /** An operation on an attribute of a snapshot. */
  private interface OnAttribute {
    Operation<?> of(SnapshotId snapshotId, SnapshotAttributeName attribute);
  }

  private static Deed.Call onAttribute(Scene scene, OnAttribute operation) {
    SnapshotAttributeName attribute = scene.draw().oneIn(10)
        ? SnapshotAttributeName.PRODUCT_CODES
        : SnapshotAttributeName.CREATE_VOLUME_PERMISSION;
    return on(scene.snapshot(Scene::isUsable), id -> operation.of(id, attribute));
  }

  static Deed.Call archive(Scene scene) {
    boolean isThere = scene.draw().oneIn(15);
    return on(
        scene.snapshotWhere((here, snapshot) -> Scene.isUsable(snapshot)
            && snapshot.tieringUnderWay().isEmpty()
            && here.userNotDisabled(snapshot.snapshotId()).isEmpty()),
        id -> new ModifySnapshotTier(id, isThere ? StorageTier.STANDARD : StorageTier.ARCHIVE));
  }

  static Deed.Call restoreTier(Scene scene) {
    boolean isPermanent = scene.draw().oneIn(3);
    int days = 1 + scene.draw().below(180);
    return on(
        scene.snapshot(Snapshot::isArchived),
        id -> isPermanent
            ? RestoreSnapshotTier.permanent(id)
            : RestoreSnapshotTier.temporary(id, days));
  }

  private static Deed.Call describeTiers(Scene scene) {
    Found<Snapshot> found = scene.snapshot(Snapshot::isArchived);
    SnapshotId id = found.get(Snapshot::snapshotId, NO_SNAPSHOT);
    return found.calls(new DescribeSnapshotTierStatus(
        scene.filters(
            Filter.of("snapshot-id", id.value()),
            Filter.of("last-tiering-operation", "archival-completed"),
            Filter.of("volume-id", "vol-*")),
        scene.page()));
  }

  private static Deed.Call describeLocked(Scene scene) {
    Found<Snapshot> found = scene.snapshot(it -> it.lock().isPresent());
    Optional<SnapshotId> id = scene.id(found.get(Snapshot::snapshotId, NO_SNAPSHOT));
    return found.calls(new DescribeLockedSnapshots(
        id.stream().collect(ImmutableSet.toImmutableSet()),
        scene.filters(Filter.of("lock-state", "governance", "expired")),
        scene.page()));
  }

  private static Deed.Call describe(Scene scene) {
    Found<Snapshot> found = scene.snapshot(it -> !it.isInRecycleBin());
    SnapshotId id = found.get(Snapshot::snapshotId, NO_SNAPSHOT);
    SnapshotQuery.Builder query = SnapshotQuery.builder()
        .filters(scene.knownFilters(
            Filter.of("status", "completed"),
            Filter.of("volume-size", "8"),
            Filter.of("tag:env", "a"),
            Filter.of("owner-id", found.caller().toString()),
            Filter.of("encrypted", "false")));
    if (scene.draw().oneIn(3)) {
      return found.calls(new DescribeSnapshots(query.addSnapshotId(id).build()));
    }
    if (scene.draw().oneIn(2)) {
      query.addOwnerId(UserId.SELF);
    }
    return found.calls(new DescribeSnapshots(query.build().on(scene.page())));
  }
}
