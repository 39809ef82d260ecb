package dev.amikit.testkit.registry;

import static dev.amikit.testkit.registry.TestRegistry.HERE;
import static dev.amikit.testkit.registry.TestRegistry.OWNER;
import static dev.amikit.testkit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageName;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Copies of images and snapshots under way, and whatever may happen to them meanwhile. */
class CopyingTest {
  private static final Duration WORK = Duration.ofHours(3);
  private static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  private static final StateReason BROKEN = new StateReason("Server.InternalError", "broken");

  /** The work that may be begun. */
  private static final List<Task.Kind> TRIED =
      List.of(Task.Kind.IMAGE_COPY, Task.Kind.SNAPSHOT_COPY, Task.Kind.ARCHIVAL, Task.Kind.RESTORE);

  private enum Kind {
    COPY_IMAGE,
    COPY_SNAPSHOT,
    DISABLE,
    ENABLE,
    DEREGISTER,
    DEREGISTER_WITH_SNAPSHOTS,
    DELETE,
    ARCHIVE,
    RESTORE,
    RESTORE_FOR_A_DAY,
    UNBIN,
    COMPLETE_IMAGE,
    COMPLETE_SNAPSHOT,
    COMPLETE_ALL,
    FAIL_IMAGE,
    FAIL_SNAPSHOT,
    PASS
  }

  /** Something that may be tried with one of the images or snapshots there are. */
  private record Attempt(Kind kind, Region region, int which) {}

  @Property(tries = 200)
  @Rules({"INV-07", "COPY-14", "SNAP-13", "SNAP-34"})
  void whatever_is_tried_images_have_their_snapshots_and_all_work_comes_to_its_end(
      @ForAll("attempts") List<Attempt> attempts,
      @ForAll("policies") List<CompletionPolicy> policies) {
    RegistrySettings.Builder settings = RegistrySettings.builder()
        .ids(IdSource.counting())
        .completion(CompletionPolicy.after(WORK));
    for (int i = 0; i < TRIED.size(); i++) {
      settings.completion(TRIED.get(i), policies.get(i));
    }
    TestRegistry ec2 = new TestRegistry(settings.build());
    PartitionState[] replayed = {PartitionState.empty()};
    ec2.registry().listen(told -> replayed[0] = replayed[0].after(told.event()));
    registerImage(ec2);
    ec2.as(OWNER, HERE).call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 1));
    for (Attempt attempt : attempts) {
      PartitionState before = ec2.state();
      try {
        carryOut(ec2, attempt);
      } catch (RefusedException refused) {
        assertThat(ec2.state()).isEqualTo(before);
      }
      assertThat(replayed[0]).isEqualTo(ec2.state());
      for (Region region : List.of(HERE, THERE)) {
        ec2.state().images(region).forEach(ami -> hasItsSnapshots(ec2, region, ami));
      }
    }
    ec2.registry().completeAll();
    ec2.pass(Duration.ofDays(9));
    for (Region region : List.of(HERE, THERE)) {
      RegionState end = ec2.state().in(region);
      assertThat(end.agenda().tasks()).isEmpty();
      assertThat(end.agenda().due(Instant.MAX)).isEmpty();
      assertThat(Task.Kind.values())
          .allSatisfy(kind -> assertThat(end.agenda().count(OWNER, kind)).isZero());
      assertThat(ec2.state().images(region)).noneMatch(ami -> ami.state() == AmiState.PENDING);
      assertThat(ec2.state().snapshots(region))
          .noneMatch(stored -> stored.state().equals(SnapshotState.PENDING));
    }
  }

  /** An available image over a completed snapshot. */
  private static void registerImage(TestRegistry ec2) {
    Ec2 owner = ec2.as(OWNER, HERE);
    VolumeId volume =
        owner.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
    SnapshotId snapshot =
        owner.createSnapshot(CreateSnapshot.builder().volumeId(volume).build()).snapshotId();
    ec2.pass(WORK);
    owner.registerImage(RegisterImage.builder()
        .name(ImageName.of("golden"))
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .rootDeviceName(ROOT)
        .addBlockDeviceMapping(
            BlockDeviceMapping.ebs(ROOT, EbsBlockDevice.of(VolumeType.GP3, 8, snapshot)))
        .build());
    ec2.pass(WORK);
  }

  private static void hasItsSnapshots(TestRegistry ec2, Region region, Ami ami) {
    if (AmiStage.of(ami).holdsSnapshots()) {
      assertThat(ami.snapshotIds()).allSatisfy(id -> {
        Snapshot snapshot = ec2.state().snapshot(region, id).orElseThrow();
        assertThat(snapshot.state()).isEqualTo(SnapshotState.COMPLETED);
        assertThat(snapshot.isInRecycleBin()).isFalse();
        assertThat(snapshot.isArchived() && ami.state() == AmiState.AVAILABLE).isFalse();
      });
    }
  }

  private static void carryOut(TestRegistry ec2, Attempt attempt) {
    PartitionState state = ec2.state();
    Region region = attempt.region();
    List<ImageId> images = state.images(region).map(Ami::imageId).sorted().toList();
    List<SnapshotId> snapshots =
        state.snapshots(region).map(s -> s.snapshotId()).sorted().toList();
    if (attempt.kind() == Kind.PASS) {
      ec2.pass(Duration.ofHours(attempt.which()));
    } else if (!images.isEmpty() && !snapshots.isEmpty()) {
      carryOut(
          ec2,
          attempt,
          images.get(attempt.which() % images.size()),
          snapshots.get(attempt.which() % snapshots.size()));
    }
  }

  private static void carryOut(
      TestRegistry ec2, Attempt attempt, ImageId image, SnapshotId snapshot) {
    Region region = attempt.region();
    Ec2 here = ec2.as(OWNER, region);
    Ec2 other = ec2.as(OWNER, attempt.which() % 2 == 0 ? HERE : THERE);
    switch (attempt.kind()) {
      case COPY_IMAGE ->
        other.copyImage(CopyImage.builder()
            .sourceRegion(region)
            .sourceImageId(image)
            .name(ImageName.of("copy"))
            .build());
      case COPY_SNAPSHOT ->
        other.copySnapshot(CopySnapshot.builder()
            .sourceRegion(region)
            .sourceSnapshotId(snapshot)
            .build());
      case DISABLE -> here.disableImage(image);
      case ENABLE -> here.enableImage(image);
      case DEREGISTER -> here.deregisterImage(image);
      case DEREGISTER_WITH_SNAPSHOTS -> here.deregisterImage(new DeregisterImage(image, true));
      case DELETE -> here.deleteSnapshot(snapshot);
      case ARCHIVE -> here.modifySnapshotTier(snapshot, StorageTier.ARCHIVE);
      case RESTORE -> here.restoreSnapshotTier(RestoreSnapshotTier.permanent(snapshot));
      case RESTORE_FOR_A_DAY ->
        here.restoreSnapshotTier(RestoreSnapshotTier.temporary(snapshot, 1));
      case UNBIN -> here.restoreSnapshotFromRecycleBin(snapshot);
      case COMPLETE_IMAGE -> ec2.registry().complete(region, image);
      case COMPLETE_SNAPSHOT -> ec2.registry().complete(region, snapshot);
      case COMPLETE_ALL -> ec2.registry().completeAll();
      case FAIL_IMAGE -> ec2.registry().fail(region, image, BROKEN);
      case FAIL_SNAPSHOT -> ec2.registry().fail(region, snapshot, BROKEN);
      case PASS -> throw new AssertionError(attempt);
    }
  }

  /** A policy for each kind of work. */
  @Provide
  Arbitrary<List<CompletionPolicy>> policies() {
    return Arbitraries.of(
            CompletionPolicy.after(WORK),
            CompletionPolicy.atOnce(),
            CompletionPolicy.whenTold(),
            CompletionPolicy.after(WORK).failing(BROKEN),
            CompletionPolicy.whenTold().failing(BROKEN))
        .list()
        .ofSize(TRIED.size());
  }

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.of(HERE, THERE),
            Arbitraries.integers().between(0, 11))
        .as(Attempt::new)
        .list()
        .ofMaxSize(25);
  }
}
