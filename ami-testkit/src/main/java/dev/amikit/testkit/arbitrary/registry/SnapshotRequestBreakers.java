package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.Scene.requests;
import static dev.amikit.testkit.arbitrary.registry.Scene.rootOf;
import static dev.amikit.testkit.arbitrary.registry.Scene.several;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeSnapshotAttribute;
import dev.amikit.registry.snapshot.InstanceSpecification;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;

/**
 * Requests that rules of snapshots do not let pass. The rules of what is done to one snapshot alone
 * are broken by commands of its life cycle.
 */
final class SnapshotRequestBreakers {
  private static final int MOST_EXCLUDED = 40;
  private static final DeviceName DATA = DeviceName.of("/dev/sdf");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("create-snapshots.few-excluded", requests(scene -> createSnapshots(
              scene,
              scene.instance(),
              several(scene.beyond(MOST_EXCLUDED), scene::volumeId))))
          .put(
              "create-snapshots.excluded-is-data",
              requests(SnapshotRequestBreakers::excludedThatAreNoData))
          .put("create-snapshots.has-volumes", requests(SnapshotRequestBreakers::nothingLeft))
          .put("create-snapshots.tags-of-volume", requests(scene -> scene.asks(
              createSnapshots(scene)
                  .copyTagsFromSource(scene.one("instance", "volumes", "Volume", ""))
                  .build())))
          .put("copy-snapshot.few", requests(SnapshotRequestBreakers::copiesUnderWay))
          .put("copy-snapshot.key-known", requests(SnapshotRequestBreakers::unknownKeys))
          .put("copy-snapshot.key-enabled", requests(SnapshotRequestBreakers::disabledKeys))
          .put("delete-snapshot.unused", requests(SnapshotRequestBreakers::usedSnapshots))
          .put("snapshot.exists", requests(SnapshotRequestBreakers::absentSnapshots))
          .put("snapshot.owner", requests(scene -> scene.asks(
              scene.other, change(scene, sharedWith(scene).snapshotId()))))
          .put("snapshot.in-region", requests(SnapshotRequestBreakers::outsideOfRegions))
          .put("snapshot.not-managed-by-backup", requests(scene ->
              scene.asks(new DeleteSnapshot(managedByBackup(scene)))))
          .put("snapshot-attribute.modifiable", requests(scene -> scene.asks(
              ModifySnapshotAttribute.builder()
                  .snapshotId(scene.snapshot().snapshotId())
                  .attribute(scene.one(SnapshotAttributeName.PRODUCT_CODES, unknown(scene)))
                  .add(ImmutableSet.of(CreateVolumePermission.userId(scene.other)))
                  .build())))
          .put("snapshot-attribute.readable", requests(scene -> scene.asks(
              new DescribeSnapshotAttribute(scene.snapshot().snapshotId(), unknown(scene)))))
          .put("snapshot-attribute.resettable", requests(scene -> scene.asks(
              new ResetSnapshotAttribute(
                  scene.snapshot().snapshotId(),
                  scene.one(SnapshotAttributeName.PRODUCT_CODES, unknown(scene))))))
          .put("modify-snapshot-attribute.own-key", requests(scene -> scene.asks(share(
              scene,
              scene.put(scene.aSnapshot().encrypted(true).kmsKeyId(awsManagedKey(scene)))))))
          .put(
              "modify-snapshot-attribute.key-usable",
              requests(SnapshotRequestBreakers::sharedUnderDisabledKeys))
          .put(
              "modify-snapshot-attribute.public-unblocked",
              requests(SnapshotRequestBreakers::publishedWhileBlocked))
          .put("modify-snapshot-tier.to-archive", requests(scene -> scene.asks(
              new ModifySnapshotTier(
                  scene.snapshot().snapshotId(),
                  scene.one(StorageTier.STANDARD, StorageTier.of("deep-archive"))))))
          .put("modify-snapshot-tier.not-managed-by-backup", requests(scene ->
              scene.asks(archive(managedByBackup(scene)))))
          .put(
              "modify-snapshot-tier.images-disabled",
              requests(SnapshotRequestBreakers::archivedInUse))
          .put("modify-snapshot-tier.few", requests(SnapshotRequestBreakers::archivalsUnderWay))
          .put(
              "modify-snapshot-tier.few-of-volume",
              requests(SnapshotRequestBreakers::archivedOfVolume))
          .put("restore-snapshot-tier.one-form", requests(SnapshotRequestBreakers::noOneForm))
          .put("restore-snapshot-tier.few", requests(SnapshotRequestBreakers::restoresUnderWay))
          .put("used-snapshot.own", requests(scene -> scene.asks(
              scene.other, register(scene, sharedWith(scene).snapshotId()))))
          .put("used-snapshot.completed", requests(SnapshotRequestBreakers::usedUncompleted))
          .put("used-snapshot.not-archived", requests(scene -> scene.asks(use(
              scene,
              scene.put(scene.aSnapshot().storageTier(StorageTier.ARCHIVE)).snapshotId()))))
          .put("used-snapshot.in-standard-tier", requests(scene -> scene.asks(register(
              scene,
              scene
                  .put(scene
                      .aSnapshot()
                      .storageTier(StorageTier.ARCHIVE)
                      .restoreExpiryTime(scene.now.plus(Duration.ofDays(scene.between(1, 180)))))
                  .snapshotId()))))
          .buildOrThrow();

  private SnapshotRequestBreakers() {}

  // CreateSnapshots

  private static Request<?> createSnapshots(
      Scene scene, Instance instance, ImmutableSet<VolumeId> excluded) {
    return scene.asks(CreateSnapshots.builder()
        .instanceSpecification(
            new InstanceSpecification(instance.instanceId(), scene.maybe(), excluded))
        .build());
  }

  private static Request<?> excludedThatAreNoData(Scene scene) {
    Instance instance = scene.instance();
    VolumeId excluded =
        switch (scene.below(3)) {
          case 0 -> rootOf(instance);
          case 1 -> scene.volume().volumeId();
          default -> rootOf(scene.instance());
        };
    return createSnapshots(scene, instance, ImmutableSet.of(excluded));
  }

  private static Request<?> nothingLeft(Scene scene) {
    Instance instance = scene.instance();
    List<VolumeId> data = new ArrayList<>();
    for (int i = scene.below(3); i > 0; i--) {
      Volume volume = scene.volume();
      scene.attached(volume, instance, DeviceName.of("/dev/sd" + (char) ('e' + i)));
      data.add(volume.volumeId());
    }
    return scene.asks(CreateSnapshots.builder()
        .instanceSpecification(new InstanceSpecification(
            instance.instanceId(), true, ImmutableSet.copyOf(data)))
        .build());
  }

  private static CreateSnapshot.Builder createSnapshot(Scene scene) {
    return CreateSnapshot.builder().volumeId(scene.volume().volumeId());
  }

  private static CreateSnapshots.Builder createSnapshots(Scene scene) {
    return CreateSnapshots.builder()
        .instanceSpecification(
            InstanceSpecification.of(scene.instance().instanceId()));
  }

  // CopySnapshot

  private static CopySnapshot.Builder copy(Scene scene) {
    return copy(scene, scene.snapshot().snapshotId());
  }

  private static CopySnapshot.Builder copy(Scene scene, SnapshotId source) {
    return CopySnapshot.builder().sourceRegion(scene.region).sourceSnapshotId(source);
  }

  private static Request<?> copiesUnderWay(Scene scene) {
    int most = scene.between(1, 3);
    scene.quotas(quotas -> quotas.snapshotCopies(most));
    CopySnapshot copy = copy(scene).build();
    for (int i = 0; i < most; i++) {
      scene.done(copy);
    }
    return scene.asks(copy);
  }

  private static Request<?> unknownKeys(Scene scene) {
    String alias = "alias/" + scene.one("golden", "web", "backup");
    String arn = "arn:aws:kms:%s:%s:%s".formatted(scene.region, scene.owner, alias);
    return scene.asks(copy(scene)
        .encrypted(true)
        .kmsKeyId(scene.one(alias, arn))
        .build());
  }

  private static Request<?> disabledKeys(Scene scene) {
    KmsKeyId key = scene.key();
    scene.account(account -> account.addUnusableKmsKey(key).putKmsAlias("golden", key));
    String id = key.value().substring(key.value().indexOf("key/") + "key/".length());
    return scene.asks(copy(scene)
        .encrypted(true)
        .kmsKeyId(scene.one(key.value(), id, "alias/golden"))
        .build());
  }

  // DeleteSnapshot, and what all operations have in common

  private static Request<?> usedSnapshots(Scene scene) {
    Snapshot snapshot = scene.snapshot();
    for (int i = scene.between(1, 2); i > 0; i--) {
      scene.put(scene
          .anImage(snapshot)
          .name("used-" + i)
          .state(scene.one(AmiState.AVAILABLE, AmiState.DISABLED)));
    }
    return scene.asks(new DeleteSnapshot(snapshot.snapshotId()));
  }

  /** An operation that only the owner of a snapshot may ask for. */
  private static Operation<?> change(Scene scene, SnapshotId id) {
    return scene.one(
        new DeleteSnapshot(id),
        new UnlockSnapshot(id),
        archive(id),
        RestoreSnapshotTier.permanent(id));
  }

  private static ModifySnapshotTier archive(SnapshotId id) {
    return new ModifySnapshotTier(id, StorageTier.ARCHIVE);
  }

  private static Request<?> absentSnapshots(Scene scene) {
    Snapshot.Builder snapshot = scene.aSnapshot();
    SnapshotId id = snapshot.build().snapshotId();
    switch (scene.below(3)) {
      case 0 -> {}
      case 1 -> scene.put(snapshot.ownerId(scene.other));
      default ->
        scene.put(snapshot.recycleBinStay(new SnapshotRecycleBinStay(
            scene.now.minus(Duration.ofDays(1)),
            scene.now.plus(Duration.ofDays(1)),
            ImmutableSet.of())));
    }
    return scene.asks(scene.<Operation<?>>either(
        () -> change(scene, id),
        () -> new DescribeSnapshotAttribute(id, SnapshotAttributeName.CREATE_VOLUME_PERMISSION),
        () -> ModifySnapshotAttribute.grant(id, CreateVolumePermission.userId(scene.other)),
        () -> new CreateVolume(EbsBlockDevice.ofSnapshot(id)),
        () -> register(scene, id),
        () -> launchWith(scene, id)));
  }

  /** A snapshot of the owner of which the other account may make volumes. */
  private static Snapshot sharedWith(Scene scene) {
    return scene.put(scene
        .aSnapshot()
        .addCreateVolumePermission(
            scene.one(
                CreateVolumePermission.userId(scene.other), CreateVolumePermission.everyone())));
  }

  private static SnapshotId managedByBackup(Scene scene) {
    return scene
        .put(scene
            .aSnapshot()
            .tags(Tags.of("aws:backup:" + scene.one("source-resource", "id"), scene.name())))
        .snapshotId();
  }

  private static Request<?> outsideOfRegions(Scene scene) {
    String outpost = "arn:aws:outposts:%s:%s:outpost/op-1234567890abcdef0"
        .formatted(scene.region, scene.owner);
    EbsBlockDevice blank = EbsBlockDevice.blank(VolumeType.GP3, scene.between(1, 16));
    return scene.asks(scene.<Operation<?>>either(
        () -> createSnapshot(scene).outpostArn(outpost).build(),
        () -> createSnapshot(scene).location("local").build(),
        () -> createSnapshots(scene).outpostArn(outpost).build(),
        () -> createSnapshots(scene).location("local").build(),
        () -> copy(scene).destinationOutpostArn(outpost).build(),
        () -> copy(scene).destinationAvailabilityZone(scene.region + "a").build(),
        () -> new CreateVolume(blank.toBuilder().outpostArn(outpost).build()),
        () -> new CreateVolume(blank.toBuilder().availabilityZoneId("use1-az1").build())));
  }

  // Attributes

  private static SnapshotAttributeName unknown(Scene scene) {
    return SnapshotAttributeName.of(scene.one("volumeSize", "createvolumepermission", "tags"));
  }

  private static ModifySnapshotAttribute share(Scene scene, Snapshot snapshot) {
    return ModifySnapshotAttribute.grant(
        snapshot.snapshotId(), CreateVolumePermission.userId(scene.other));
  }

  private static KmsKeyId awsManagedKey(Scene scene) {
    return KmsKeyId.of("arn:aws:kms:%s:%s:key/eb5eb5eb-0000-4000-8000-%s"
        .formatted(scene.region, scene.owner, scene.owner));
  }

  private static Request<?> sharedUnderDisabledKeys(Scene scene) {
    KmsKeyId key = scene.key();
    scene.account(account -> account.addUnusableKmsKey(key));
    return scene.asks(share(
        scene, scene.put(scene.aSnapshot().encrypted(true).kmsKeyId(key))));
  }

  private static Request<?> publishedWhileBlocked(Scene scene) {
    scene.account(account -> account.snapshotBlockPublicAccess(
        scene.one(BlockPublicAccess.BLOCK_ALL_SHARING, BlockPublicAccess.BLOCK_NEW_SHARING)));
    return scene.asks(ModifySnapshotAttribute.grant(
        scene.snapshot().snapshotId(), CreateVolumePermission.everyone()));
  }

  // Tiers

  private static Request<?> archivedInUse(Scene scene) {
    Snapshot snapshot = scene.snapshot();
    scene.put(scene.anImage(snapshot).state(AmiState.AVAILABLE));
    if (scene.maybe()) {
      scene.put(scene.anImage(snapshot).name("disabled").state(AmiState.DISABLED));
    }
    return scene.asks(archive(snapshot.snapshotId()));
  }

  private static Request<?> archivalsUnderWay(Scene scene) {
    int most = scene.between(1, 3);
    scene.quotas(quotas -> quotas.archivals(most));
    for (int i = 0; i < most; i++) {
      scene.done(archive(scene.snapshot().snapshotId()));
    }
    return scene.asks(archive(scene.snapshot().snapshotId()));
  }

  private static Request<?> archivedOfVolume(Scene scene) {
    int most = scene.between(1, 3);
    scene.quotas(quotas -> quotas.archivedPerVolume(most));
    VolumeId volume = scene.volumeId();
    for (int i = 0; i < most; i++) {
      Snapshot.Builder before = scene.aSnapshot().volumeId(volume);
      if (scene.maybe()) {
        scene.put(before.storageTier(StorageTier.ARCHIVE));
      } else {
        scene.done(archive(scene.put(before).snapshotId()));
      }
    }
    return scene.asks(archive(scene.put(scene.aSnapshot().volumeId(volume)).snapshotId()));
  }

  private static SnapshotId archived(Scene scene) {
    return scene.put(scene.aSnapshot().storageTier(StorageTier.ARCHIVE)).snapshotId();
  }

  private static RestoreSnapshotTier restore(Scene scene) {
    SnapshotId id = archived(scene);
    return scene.maybe()
        ? RestoreSnapshotTier.permanent(id)
        : RestoreSnapshotTier.temporary(id, scene.between(1, 180));
  }

  private static Request<?> noOneForm(Scene scene) {
    RestoreSnapshotTier.Builder restore =
        RestoreSnapshotTier.builder().snapshotId(archived(scene));
    return scene.asks(
        scene.maybe()
            ? restore.permanentRestore(true).temporaryRestoreDays(scene.between(1, 180)).build()
            : restore.build());
  }

  private static Request<?> restoresUnderWay(Scene scene) {
    int most = scene.between(1, 3);
    scene.quotas(quotas -> quotas.restores(most));
    for (int i = 0; i < most; i++) {
      scene.done(restore(scene));
    }
    return scene.asks(restore(scene));
  }

  // Use

  private static Operation<?> register(Scene scene, SnapshotId root) {
    return RegisterImage.builder()
        .name(scene.name())
        .hvm(Architecture.X86_64)
        .ebsRoot(scene.one("/dev/xvda", "/dev/sda1"), root)
        .build();
  }

  /** An operation that uses a snapshot of the owner. */
  private static Operation<?> use(Scene scene, SnapshotId id) {
    return scene.either(
        () -> new CreateVolume(EbsBlockDevice.ofSnapshot(id)),
        () -> register(scene, id),
        () -> copy(scene, id).build(),
        () -> launchWith(scene, id));
  }

  private static RunInstances launchWith(Scene scene, SnapshotId data) {
    return RunInstances.builder()
        .imageId(scene.image().imageId())
        .instanceType("m7i.large")
        .blockDeviceMappings(
            ImmutableList.of(BlockDeviceMapping.ebs(DATA, EbsBlockDevice.ofSnapshot(data))))
        .build();
  }

  private static Request<?> usedUncompleted(Scene scene) {
    if (scene.maybe()) {
      Snapshot failed = scene.put(scene.aSnapshot().state(SnapshotState.ERROR));
      return scene.asks(use(scene, failed.snapshotId()));
    }
    SnapshotId pending = scene
        .put(scene.aSnapshot().state(SnapshotState.PENDING).progress(scene.below(100)))
        .snapshotId();
    return scene.asks(scene.<Operation<?>>either(
        () -> new CreateVolume(EbsBlockDevice.ofSnapshot(pending)),
        () -> register(scene, pending),
        () -> launchWith(scene, pending)));
  }
}
