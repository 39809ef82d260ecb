package dev.amikit.registry;

import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_KERNEL_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_RAM_DISK_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_ID_MALFORMED;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_IN_USE;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.plan.ImageAccess;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IDs that no operation takes: malformed ones, and those of nothing. */
class BadIdsTest {
  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  @Test
  @Rules({"ID-08", "ERR-01"})
  void of_malformed_image_ids_only_the_first_is_named() {
    RuleViolationException refused = malformed(
        INVALID_AMI_ID_MALFORMED,
        () -> ImageQuery.builder()
            .imageIds("ami-12345678", "ami-bad", "ami-worse", "x")
            .build());

    assertThat(refused.violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.found()).hasToString("ami-bad"));
    malformed(INVALID_AMI_ID_MALFORMED, () -> ec2.owner().deregisterImage(ImageId.of("ami-bad")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"snap-", "snap-1234567", "snap-0123456789ABCDEF0", "snap-123456789"})
  @Rules({"ID-11", "REG-05", "ERR-23"})
  void a_snapshot_id_with_wrong_digits_is_malformed(String id) {
    malformed(INVALID_SNAPSHOT_ID_MALFORMED, () -> ec2.owner().deleteSnapshot(SnapshotId.of(id)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "snapshot", "ami-12345678", "12345678", "SNAP-12345678"})
  @Rules("ID-11")
  void a_text_that_is_no_snapshot_id_at_all_is_a_bad_value(String id) {
    malformed(INVALID_PARAMETER_VALUE, () -> ec2.owner().deleteSnapshot(SnapshotId.of(id)));
  }

  @Test
  @Rules("ID-11")
  void a_snapshot_is_not_found_or_in_use() {
    SnapshotId used = at.put(image -> image).snapshotIds().iterator().next();

    assertRefused(
        ec2::state,
        () -> ec2.owner().deleteSnapshot(SnapshotId.of("snap-12345678")),
        INVALID_SNAPSHOT_NOT_FOUND,
        Snapshot.EXISTS);
    assertRefused(
        ec2::state,
        () -> ec2.owner().deleteSnapshot(used),
        INVALID_SNAPSHOT_IN_USE,
        DeleteSnapshot.UNUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "aki-", "ari-1", "aki-1234567g", "ami-12345678", "kernel"})
  @Rules({"ERR-27", "ID-12"})
  void kernels_and_ram_disks_have_codes_of_their_own_for_malformed_ids(String id) {
    malformed(
        INVALID_KERNEL_ID_MALFORMED,
        () -> RegisterImage.builder().kernelId(KernelId.of(id)).build());
    malformed(
        INVALID_RAM_DISK_ID_MALFORMED,
        () -> RegisterImage.builder().ramdiskId(RamdiskId.of(id)).build());
  }

  @Test
  @Rules("ID-07")
  void an_id_of_another_region_is_unknown_and_a_copy_there_has_an_id_of_its_own() {
    Ami image = at.put(any -> any);
    SnapshotId snapshot = image.snapshotIds().iterator().next();
    VolumeId volume =
        ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1)).volumeId();
    Ec2 there = ec2.as(OWNER, THERE);

    assertRefused(
        ec2::state,
        () -> there.describeImage(image.imageId()),
        "InvalidAMIID.NotFound",
        "image-query.image-exists");
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> there.disableImage(image.imageId()),
        () -> there.runInstances(TestLaunch.request().build()))) {
      assertRefused(ec2::state, call, INVALID_AMI_ID_NOT_FOUND, ImageAccess.EXISTS);
    }
    assertRefused(
        ec2::state,
        () -> there.describeSnapshot(snapshot),
        "InvalidSnapshot.NotFound",
        "snapshot-query.snapshot-exists");
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> there.deleteSnapshot(snapshot),
        () -> there.createVolume(EbsBlockDevice.ofSnapshot(snapshot)))) {
      assertRefused(ec2::state, call, INVALID_SNAPSHOT_NOT_FOUND, Snapshot.EXISTS);
    }
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> there.describeVolumes(volume), () -> there.deleteVolume(volume))) {
      assertRefused(ec2::state, call, "InvalidVolume.NotFound", "volume.exists");
    }
    ImageId copy = there.copyImage(CopyImage.builder()
        .sourceRegion(HERE)
        .sourceImageId(image.imageId())
        .name("copy")
        .build());
    assertThat(copy).isNotEqualTo(image.imageId());
    assertThat(ec2.state().image(THERE, copy).orElseThrow().snapshotIds()).doesNotContain(snapshot);
  }

  @Test
  @Rules({"ID-09", "ID-12", "ERR-02"})
  void an_unknown_kernel_is_an_unknown_image() {
    assertRefused(
        ec2::state,
        () -> ec2.as(OWNER)
            .runInstances(
                TestLaunch.request().imageId(ImageId.of("aki-12345678")).build()),
        INVALID_AMI_ID_NOT_FOUND,
        ImageAccess.EXISTS);
  }

  private static RuleViolationException malformed(ErrorCode code, ThrowingCallable call) {
    RuleViolationException refused = catchThrowableOfType(RuleViolationException.class, call);
    assertThat(refused).as("the ID is refused").isNotNull();
    assertThat(refused.violations())
        .allSatisfy(violation -> assertThat(violation.rule().errorCode()).isEqualTo(code));
    return refused;
  }
}
