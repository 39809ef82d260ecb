package dev.amikit.registry.snapshot;

import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where one step further the answer would be another. */
class EdgesOfSnapshotOperationsTest {
  private static final TagSpecification ONE_TAG = TagSpecification.snapshot(Tags.of("env", "prod"));
  private static final TagSpecification TWO_TAGS =
      TagSpecification.snapshot(Tags.of("env", "prod").with(Tags.of("team", "blue")));

  private final TestRegistry ec2 = new TestRegistry(RegistrySettings.builder()
      .ids(IdSource.counting())
      .quotas(Quotas.builder().tags(1).build())
      .build());

  private SnapshotId binnedSnapshot() {
    return ec2.snapshot(
        OWNER,
        it -> it.recycleBinStay(
            new SnapshotRecycleBinStay(START, START.plus(Duration.ofDays(7)), ImmutableSet.of())));
  }

  @Test
  void a_snapshot_of_a_volume_has_no_more_tags_than_a_resource_can_have() {
    TestLaunch at = new TestLaunch(ec2);
    at.put(image -> image);
    VolumeId volume = at.launch().volumes().values().iterator().next().volumeId();
    CreateSnapshot.Builder request = CreateSnapshot.builder().volumeId(volume);
    CreateSnapshot tooMany = request.addTagSpecification(TWO_TAGS).build();
    assertRefused(
        ec2::state, () -> ec2.owner().createSnapshot(tooMany), "TagLimitExceeded", "tags.few");
    CreateSnapshot few = request.tagSpecifications(ImmutableSet.of(ONE_TAG)).build();
    assertThat(ec2.owner().createSnapshot(few).tags()).isEqualTo(ONE_TAG.tags());
  }

  @Test
  void a_copy_of_a_snapshot_has_no_more_tags_than_a_resource_can_have() {
    CopySnapshot.Builder request = copyOf(ec2.snapshot());
    CopySnapshot tooMany = request.addTagSpecification(TWO_TAGS).build();
    assertRefused(
        ec2::state, () -> ec2.owner().copySnapshot(tooMany), "TagLimitExceeded", "tags.few");
    CopySnapshot few = request.tagSpecifications(ImmutableSet.of(ONE_TAG)).build();
    SnapshotId copy = ec2.owner().copySnapshot(few);
    assertThat(ec2.state().snapshot(HERE, copy).orElseThrow().tags()).isEqualTo(ONE_TAG.tags());
  }

  @Test
  void a_volume_has_no_more_tags_than_a_resource_can_have() {
    Tags one = Tags.of("env", "prod");
    EbsBlockDevice blank = EbsBlockDevice.blank(VolumeType.GP3, 8);
    CreateVolume tooMany =
        new CreateVolume(blank, TagSpecification.volume(one.with(Tags.of("team", "blue"))));
    assertRefused(
        ec2::state, () -> ec2.owner().createVolume(tooMany), "TagLimitExceeded", "tags.few");
    CreateVolume few = new CreateVolume(blank, TagSpecification.volume(one));
    assertThat(ec2.owner().createVolume(few).tags()).isEqualTo(one);
  }

  @Test
  void a_copy_of_a_snapshot_in_the_recycle_bin_fails_although_the_caller_owns_it() {
    SnapshotId copy = ec2.owner().copySnapshot(copyOf(binnedSnapshot()).build());
    assertThat(ec2.state().snapshot(HERE, copy).orElseThrow().state())
        .isEqualTo(SnapshotState.ERROR);
  }

  @Test
  void the_recycle_bin_lists_what_is_asked_for_and_all_if_nothing_is() {
    ec2.put(binned(1));
    ec2.put(binned(2));
    assertThat(ec2.owner().listImagesInRecycleBin(id(2)))
        .extracting(ImageRecycleBinInfo::imageId)
        .containsExactly(id(2));
    assertThat(ec2.owner().listImagesInRecycleBin()).hasSize(2);
    SnapshotId one = binnedSnapshot();
    SnapshotId other = binnedSnapshot();
    assertThat(ec2.owner().listSnapshotsInRecycleBin(other))
        .extracting(SnapshotRecycleBinInfo::snapshotId)
        .containsExactly(other);
    assertThat(ec2.owner().listSnapshotsInRecycleBin())
        .extracting(SnapshotRecycleBinInfo::snapshotId)
        .containsExactlyInAnyOrder(one, other);
  }
}
