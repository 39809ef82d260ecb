package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.testkit.arbitrary.AmiDomain;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What is written and read again is what it was, as far as EC2's answers tell it. */
@Domain(AmiDomain.class)
@Domain(DomainContext.Global.class)
@Tag("long")
class GeneratedRoundTripTest {
  @Property(tries = 5000)
  @Rules("PERM-63")
  void an_image_is_read_as_it_was_written(@ForAll Ami ami) {
    assertThat(AmiJson.image().read(AmiJson.image().write(ami)).orThrow())
        .isEqualTo(asDescribed(ami));
  }

  @Property(tries = 200)
  void images_are_read_as_they_were_written(@ForAll @Size(max = 20) List<Ami> amis) {
    assertThat(AmiJson.images().read(AmiJson.images().write(amis)).orThrow())
        .isEqualTo(amis.stream().map(GeneratedRoundTripTest::asDescribed).toList());
  }

  @Property(tries = 2000)
  void image_and_attributes_together_lose_nothing_outside_the_recycle_bin(@ForAll Ami ami) {
    ImageAttribute attributes = AmiJson.imageAttributes()
        .read(AmiJson.imageAttributes().write(ImageAttribute.of(ami)))
        .orThrow();

    assertThat(attributes).isEqualTo(ImageAttribute.of(ami));
    assertThat(attributes.joinTo(asDescribed(ami)))
        .isEqualTo(ami.withRecycleBinStay(Optional.empty()));
  }

  @Property(tries = 5000)
  void a_snapshot_is_read_as_it_was_written(@ForAll Snapshot snapshot) {
    assertThat(AmiJson.snapshot().read(AmiJson.snapshot().write(snapshot)).orThrow())
        .isEqualTo(asDescribed(snapshot));
  }

  @Property(tries = 200)
  void snapshots_are_read_as_they_were_written(@ForAll @Size(max = 20) List<Snapshot> snapshots) {
    assertThat(AmiJson.snapshots().read(AmiJson.snapshots().write(snapshots)).orThrow())
        .isEqualTo(snapshots.stream().map(GeneratedRoundTripTest::asDescribed).toList());
  }

  @Property(tries = 2000)
  void snapshot_and_attributes_together_lose_nothing_that_ec2_tells(@ForAll Snapshot snapshot) {
    SnapshotAttribute attributes = AmiJson.snapshotAttributes()
        .read(AmiJson.snapshotAttributes().write(SnapshotAttribute.of(snapshot)))
        .orThrow();

    assertThat(attributes.joinTo(asDescribed(snapshot))).isEqualTo(asTold(snapshot));
  }

  @Property
  void launch_permissions_are_read_as_they_were_written(
      @ForAll ImageId imageId, @ForAll @Size(max = 9) Set<LaunchPermission> permissions) {
    ImageAttribute attributes = ImageAttribute.builder()
        .imageId(imageId)
        .launchPermissions(ImmutableSet.copyOf(permissions))
        .build();

    assertThat(AmiJson.imageAttributes()
            .read(AmiJson.imageAttributes().write(attributes))
            .orThrow())
        .isEqualTo(attributes);
  }

  @Property
  void create_volume_permissions_are_read_as_they_were_written(
      @ForAll SnapshotId snapshotId,
      @ForAll @Size(max = 9) Set<CreateVolumePermission> permissions) {
    SnapshotAttribute attributes = new SnapshotAttribute(
        snapshotId, Optional.of(ImmutableSet.copyOf(permissions)), Optional.empty());

    assertThat(AmiJson.snapshotAttributes()
            .read(AmiJson.snapshotAttributes().write(attributes))
            .orThrow())
        .isEqualTo(attributes);
  }

  /** The image as DescribeImages tells it: of its permissions only whether it is public. */
  private static Ami asDescribed(Ami ami) {
    return ami.toBuilder()
        .isPublic(ami.isPublic())
        .uefiData(Optional.empty())
        .recycleBinStay(Optional.empty())
        .build();
  }

  /** The snapshot as DescribeSnapshots tells it. */
  private static Snapshot asDescribed(Snapshot snapshot) {
    return asTold(snapshot).toBuilder()
        .createVolumePermissions(ImmutableSet.of())
        .productCodes(ImmutableSet.of())
        .build();
  }

  /** The snapshot as DescribeSnapshots and DescribeSnapshotAttribute tell it. */
  private static Snapshot asTold(Snapshot snapshot) {
    return snapshot.toBuilder()
        .lock(Optional.empty())
        .lastTieringOperationStatus(Optional.empty())
        .recycleBinStay(Optional.empty())
        .deletionRequested(false)
        .deleted(false)
        .platformDetails(Optional.empty())
        .usageOperation(Optional.empty())
        .build();
  }
}
