package dev.amikit.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The attributes of an image or a snapshot hold all that they are of, and no more. */
class AttributesTest {
  @Property
  void an_image_without_its_attributes_is_whole_again_when_they_join_it(@ForAll Ami ami) {
    Ami less = ami.toBuilder()
        .description(Optional.empty())
        .ramdiskId(Optional.empty())
        .productCodes(ImmutableList.of())
        .sriovNetSupport(Optional.empty())
        .bootMode(Optional.empty())
        .tpmSupport(Optional.empty())
        .uefiData(Optional.empty())
        .lastLaunchedTime(Optional.empty())
        .imdsSupport(Optional.empty())
        .deregistrationProtection(Optional.empty())
        .kernelId(Optional.empty())
        .blockDeviceMappings(ImmutableList.of())
        .build()
        .withIsPublic(ami.isPublic());

    assertThat(ImageAttribute.of(ami).joinTo(less)).isEqualTo(ami);
  }

  @Property
  void attributes_that_tell_nothing_leave_an_image_as_it_is(@ForAll Ami ami) {
    assertThat(ImageAttribute.builder().imageId(ami.imageId()).build().joinTo(ami))
        .isEqualTo(ami);
  }

  @Property
  void a_snapshot_without_its_attributes_is_whole_again_when_they_join_it(
      @ForAll Snapshot snapshot) {
    Snapshot less = snapshot.toBuilder()
        .createVolumePermissions(ImmutableSet.of())
        .productCodes(ImmutableSet.of())
        .build();

    assertThat(SnapshotAttribute.of(snapshot).joinTo(less)).isEqualTo(snapshot);
    assertThat(new SnapshotAttribute(snapshot.snapshotId(), Optional.empty(), Optional.empty())
            .joinTo(snapshot))
        .isEqualTo(snapshot);
  }

  @Example
  void those_of_another_join_nothing() {
    Ami ami = Amis.availableAmi();
    Ami another = ami.toBuilder().imageId("ami-00000001").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageAttribute.of(ami).joinTo(another))
        .withMessage("ami-00000001 has not the attributes of %s", ami.imageId());
    Snapshot snapshot = Snapshots.completedSnapshot();
    Snapshot other = snapshot.toBuilder().snapshotId("snap-00000001").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotAttribute.of(snapshot).joinTo(other))
        .withMessage("snap-00000001 has not the attributes of %s", snapshot.snapshotId());
  }
}
