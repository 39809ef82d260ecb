package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.rootOf;
import static dev.amikit.testkit.arbitrary.breaker.Given.several;

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
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.time.Duration;
import net.jqwik.api.Arbitrary;

/** Requests that rules of snapshots do not let pass. */
final class SnapshotRequestBreakers {
  private static final int MOST_EXCLUDED = 40;
  private static final DeviceName DATA = DeviceName.of("/dev/sdf");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .putAll(SnapshotLifeRequestBreakers.ALL)
          .put(
              "create-snapshots.few-excluded",
              requests(given -> createSnapshots(
                  given, given.instance(), several(given.beyond(MOST_EXCLUDED), given::volumeId))))
          .put(
              "create-snapshots.excluded-is-data",
              requests(SnapshotRequestBreakers::excludedThatAreNoData))
          .put("create-snapshots.has-volumes", requests(SnapshotRequestBreakers::nothingLeft))
          .put(
              "create-snapshots.tags-of-volume",
              requests(given -> createSnapshots(given)
                  .copyTagsFromSource(given.one("instance", "volumes", "Volume", ""))
                  .build()))
          .put("copy-snapshot.few", requests(SnapshotRequestBreakers::copiesUnderWay))
          .put("copy-snapshot.key-known", requests(SnapshotRequestBreakers::unknownKeys))
          .put("copy-snapshot.key-enabled", requests(SnapshotRequestBreakers::disabledKeys))
          .put("delete-snapshot.unused", requests(SnapshotRequestBreakers::usedSnapshots))
          .put("snapshot.exists", requests(SnapshotRequestBreakers::absentSnapshots))
          .put("snapshot.owner", requests(given -> change(given, sharedWithCaller(given))))
          .put("snapshot.in-region", requests(SnapshotRequestBreakers::outsideOfRegions))
          .put(
              "snapshot.not-managed-by-backup",
              requests(given -> new DeleteSnapshot(managedByBackup(given))))
          .put(
              "snapshot-attribute.modifiable",
              requests(given -> ModifySnapshotAttribute.builder()
                  .snapshotId(given.snapshot().snapshotId())
                  .attribute(given.one(SnapshotAttributeName.PRODUCT_CODES, unknown(given)))
                  .add(ImmutableSet.of(CreateVolumePermission.userId(given.other)))
                  .build()))
          .put(
              "snapshot-attribute.readable",
              requests(given ->
                  new DescribeSnapshotAttribute(given.snapshot().snapshotId(), unknown(given))))
          .put(
              "snapshot-attribute.resettable",
              requests(given -> new ResetSnapshotAttribute(
                  given.snapshot().snapshotId(),
                  given.one(SnapshotAttributeName.PRODUCT_CODES, unknown(given)))))
          .put(
              "modify-snapshot-attribute.own-key",
              requests(given -> share(
                  given,
                  given.put(given.aSnapshot().encrypted(true).kmsKeyId(given.awsManagedKey())))))
          .put(
              "modify-snapshot-attribute.key-usable",
              requests(SnapshotRequestBreakers::sharedUnderDisabledKeys))
          .put(
              "modify-snapshot-attribute.public-unblocked",
              requests(SnapshotRequestBreakers::publishedWhileBlocked))
          .put(
              "modify-snapshot-tier.to-archive",
              requests(given -> new ModifySnapshotTier(
                  given.snapshot().snapshotId(),
                  given.one(StorageTier.STANDARD, StorageTier.of("deep-archive")))))
          .put(
              "modify-snapshot-tier.not-managed-by-backup",
              requests(given -> archive(managedByBackup(given))))
          .put(
              "modify-snapshot-tier.images-disabled",
              requests(SnapshotRequestBreakers::archivedInUse))
          .put("modify-snapshot-tier.few", requests(SnapshotRequestBreakers::archivalsUnderWay))
          .put(
              "modify-snapshot-tier.few-of-volume",
              requests(SnapshotRequestBreakers::archivedOfVolume))
          .put("restore-snapshot-tier.one-form", requests(SnapshotRequestBreakers::noOneForm))
          .put("restore-snapshot-tier.few", requests(SnapshotRequestBreakers::restoresUnderWay))
          .put("used-snapshot.own", requests(given -> register(given, sharedWithCaller(given))))
          .put("used-snapshot.completed", requests(SnapshotRequestBreakers::usedUncompleted))
          .put(
              "used-snapshot.not-archived",
              requests(given -> use(
                  given,
                  given.put(given.aSnapshot().storageTier(StorageTier.ARCHIVE)).snapshotId())))
          .put(
              "used-snapshot.in-standard-tier",
              requests(given -> register(
                  given,
                  given
                      .put(given
                          .aSnapshot()
                          .storageTier(StorageTier.ARCHIVE)
                          .restoreExpiryTime(
                              given.now.plus(Duration.ofDays(given.between(1, 180)))))
                      .snapshotId())))
          .buildOrThrow();

  private SnapshotRequestBreakers() {}

  // CreateSnapshots

  private static Operation<?> createSnapshots(
      Given given, Instance instance, ImmutableSet<VolumeId> excluded) {
    return CreateSnapshots.builder()
        .instanceSpecification(
            new InstanceSpecification(instance.instanceId(), given.maybe(), excluded))
        .build();
  }

  private static Operation<?> excludedThatAreNoData(Given given) {
    Instance instance = given.instance();
    VolumeId excluded = switch (given.below(3)) {
      case 0 -> rootOf(instance);
      case 1 -> given.volume().volumeId();
      default -> rootOf(given.instance());
    };
    return createSnapshots(given, instance, ImmutableSet.of(excluded));
  }

  private static Operation<?> nothingLeft(Given given) {
    Instance instance = given.instance();
    return CreateSnapshots.builder()
        .instanceSpecification(new InstanceSpecification(
            instance.instanceId(),
            true,
            instance.volumes().values().stream()
                .map(Instance.Attachment::volumeId)
                .filter(volume -> !volume.equals(rootOf(instance)))
                .collect(ImmutableSet.toImmutableSet())))
        .build();
  }

  private static CreateSnapshot.Builder createSnapshot(Given given) {
    return CreateSnapshot.builder().volumeId(given.volume().volumeId());
  }

  private static CreateSnapshots.Builder createSnapshots(Given given) {
    return CreateSnapshots.builder()
        .instanceSpecification(InstanceSpecification.of(given.instance().instanceId()));
  }

  // CopySnapshot

  private static CopySnapshot.Builder copy(Given given) {
    return copy(given, given.snapshot().snapshotId());
  }

  private static CopySnapshot.Builder copy(Given given, SnapshotId source) {
    return CopySnapshot.builder().sourceRegion(given.here).sourceSnapshotId(source);
  }

  private static Operation<?> copiesUnderWay(Given given) {
    int most = given.between(1, 3);
    given.quotas(quotas -> quotas.snapshotCopies(most));
    CopySnapshot copy = copy(given).build();
    for (int i = 0; i < most; i++) {
      given.done(copy);
    }
    return copy;
  }

  private static Operation<?> unknownKeys(Given given) {
    String alias = "alias/" + given.one("golden", "web", "backup");
    String arn = "arn:aws:kms:%s:%s:%s".formatted(given.here, given.me, alias);
    return copy(given).encrypted(true).kmsKeyId(given.one(alias, arn)).build();
  }

  private static Operation<?> disabledKeys(Given given) {
    KmsKeyId key = given.key();
    given.account(account -> account.addUnusableKmsKey(key).putKmsAlias("golden", key));
    String id = key.value().substring(key.value().indexOf("key/") + "key/".length());
    return copy(given)
        .encrypted(true)
        .kmsKeyId(given.one(key.value(), id, "alias/golden"))
        .build();
  }

  // DeleteSnapshot, and what all operations have in common

  private static Operation<?> usedSnapshots(Given given) {
    Snapshot snapshot = given.snapshot();
    for (int i = given.between(1, 2); i > 0; i--) {
      given.put(given.anImage(snapshot).state(given.one(AmiState.AVAILABLE, AmiState.DISABLED)));
    }
    return new DeleteSnapshot(snapshot.snapshotId());
  }

  /** An operation that only the owner of a snapshot may ask for. */
  private static Operation<?> change(Given given, SnapshotId id) {
    return given.one(
        new DeleteSnapshot(id),
        new UnlockSnapshot(id),
        archive(id),
        RestoreSnapshotTier.permanent(id));
  }

  private static ModifySnapshotTier archive(SnapshotId id) {
    return new ModifySnapshotTier(id, StorageTier.ARCHIVE);
  }

  private static Operation<?> absentSnapshots(Given given) {
    Snapshot.Builder snapshot = given.aSnapshot();
    SnapshotId id = snapshot.build().snapshotId();
    switch (given.below(3)) {
      case 0 -> {}
      case 1 -> given.put(snapshot.ownerId(given.other));
      default ->
        given.put(snapshot.recycleBinStay(new SnapshotRecycleBinStay(
            given.now.minus(Duration.ofDays(1)),
            given.now.plus(Duration.ofDays(1)),
            ImmutableSet.of())));
    }
    return given.either(
        () -> change(given, id),
        () -> new DescribeSnapshotAttribute(id, SnapshotAttributeName.CREATE_VOLUME_PERMISSION),
        () -> ModifySnapshotAttribute.grant(id, CreateVolumePermission.userId(given.other)),
        () -> new CreateVolume(EbsBlockDevice.ofSnapshot(id)),
        () -> register(given, id),
        () -> launchWith(given, id));
  }

  /** A snapshot of which the other account, which asks, may make volumes. */
  private static SnapshotId sharedWithCaller(Given given) {
    given.askedBy(given.other);
    return given
        .put(given
            .aSnapshot()
            .addCreateVolumePermission(given.one(
                CreateVolumePermission.userId(given.other), CreateVolumePermission.everyone())))
        .snapshotId();
  }

  private static SnapshotId managedByBackup(Given given) {
    return given
        .put(given
            .aSnapshot()
            .tags(Tags.of("aws:backup:" + given.one("source-resource", "id"), given.name())))
        .snapshotId();
  }

  private static Operation<?> outsideOfRegions(Given given) {
    String outpost =
        "arn:aws:outposts:%s:%s:outpost/op-1234567890abcdef0".formatted(given.here, given.me);
    EbsBlockDevice blank = EbsBlockDevice.blank(VolumeType.GP3, given.between(1, 16));
    return given.either(
        () -> createSnapshot(given).outpostArn(outpost).build(),
        () -> createSnapshot(given).location("local").build(),
        () -> createSnapshots(given).outpostArn(outpost).build(),
        () -> createSnapshots(given).location("local").build(),
        () -> copy(given).destinationOutpostArn(outpost).build(),
        () -> copy(given).destinationAvailabilityZone(given.here + "a").build(),
        () -> new CreateVolume(blank.toBuilder().outpostArn(outpost).build()),
        () -> new CreateVolume(blank.toBuilder().availabilityZoneId("use1-az1").build()));
  }

  // Attributes

  private static SnapshotAttributeName unknown(Given given) {
    return SnapshotAttributeName.of(given.one("volumeSize", "createvolumepermission", "tags"));
  }

  private static ModifySnapshotAttribute share(Given given, Snapshot snapshot) {
    return ModifySnapshotAttribute.grant(
        snapshot.snapshotId(), CreateVolumePermission.userId(given.other));
  }

  private static Operation<?> sharedUnderDisabledKeys(Given given) {
    KmsKeyId key = given.key();
    given.account(account -> account.addUnusableKmsKey(key));
    return share(given, given.put(given.aSnapshot().encrypted(true).kmsKeyId(key)));
  }

  private static Operation<?> publishedWhileBlocked(Given given) {
    given.account(account -> account.snapshotBlockPublicAccess(
        given.one(BlockPublicAccess.BLOCK_ALL_SHARING, BlockPublicAccess.BLOCK_NEW_SHARING)));
    return ModifySnapshotAttribute.grant(
        given.snapshot().snapshotId(), CreateVolumePermission.everyone());
  }

  // Tiers

  private static Operation<?> archivedInUse(Given given) {
    Snapshot snapshot = given.snapshot();
    given.put(given.anImage(snapshot).state(AmiState.AVAILABLE));
    if (given.maybe()) {
      given.put(given.anImage(snapshot).state(AmiState.DISABLED));
    }
    return archive(snapshot.snapshotId());
  }

  private static Operation<?> archivalsUnderWay(Given given) {
    int most = given.between(1, 3);
    given.quotas(quotas -> quotas.archivals(most));
    for (int i = 0; i < most; i++) {
      given.done(archive(given.snapshot().snapshotId()));
    }
    return archive(given.snapshot().snapshotId());
  }

  private static Operation<?> archivedOfVolume(Given given) {
    int most = given.between(1, 3);
    given.quotas(quotas -> quotas.archivedPerVolume(most));
    VolumeId volume = given.volumeId();
    for (int i = 0; i < most; i++) {
      Snapshot.Builder before = given.aSnapshot().volumeId(volume);
      if (given.maybe()) {
        given.put(before.storageTier(StorageTier.ARCHIVE));
      } else {
        given.done(archive(given.put(before).snapshotId()));
      }
    }
    return archive(given.put(given.aSnapshot().volumeId(volume)).snapshotId());
  }

  private static SnapshotId archived(Given given) {
    return given.put(given.aSnapshot().storageTier(StorageTier.ARCHIVE)).snapshotId();
  }

  private static RestoreSnapshotTier restore(Given given) {
    SnapshotId id = archived(given);
    return given.maybe()
        ? RestoreSnapshotTier.permanent(id)
        : RestoreSnapshotTier.temporary(id, given.between(1, 180));
  }

  private static Operation<?> noOneForm(Given given) {
    RestoreSnapshotTier.Builder restore = RestoreSnapshotTier.builder().snapshotId(archived(given));
    return given.maybe()
        ? restore
            .permanentRestore(true)
            .temporaryRestoreDays(given.between(1, 180))
            .build()
        : restore.build();
  }

  private static Operation<?> restoresUnderWay(Given given) {
    int most = given.between(1, 3);
    given.quotas(quotas -> quotas.restores(most));
    for (int i = 0; i < most; i++) {
      given.done(restore(given));
    }
    return restore(given);
  }

  // Use

  private static Operation<?> register(Given given, SnapshotId root) {
    return RegisterImage.builder()
        .name(given.name())
        .hvm(Architecture.X86_64)
        .ebsRoot(given.rootDevice(), root)
        .build();
  }

  /** An operation that uses a snapshot of the caller. */
  private static Operation<?> use(Given given, SnapshotId id) {
    return given.either(
        () -> new CreateVolume(EbsBlockDevice.ofSnapshot(id)),
        () -> register(given, id),
        () -> copy(given, id).build(),
        () -> launchWith(given, id));
  }

  private static RunInstances launchWith(Given given, SnapshotId data) {
    return RunInstances.builder()
        .imageId(given.image().imageId())
        .instanceType("m7i.large")
        .blockDeviceMappings(
            ImmutableList.of(BlockDeviceMapping.ebs(DATA, EbsBlockDevice.ofSnapshot(data))))
        .build();
  }

  private static Operation<?> usedUncompleted(Given given) {
    if (given.maybe()) {
      Snapshot failed = given.put(given.aSnapshot().state(SnapshotState.ERROR));
      return use(given, failed.snapshotId());
    }
    SnapshotId pending = given
        .put(given.aSnapshot().state(SnapshotState.PENDING).progress(given.below(100)))
        .snapshotId();
    return given.either(
        () -> new CreateVolume(EbsBlockDevice.ofSnapshot(pending)),
        () -> register(given, pending),
        () -> launchWith(given, pending));
  }
}
