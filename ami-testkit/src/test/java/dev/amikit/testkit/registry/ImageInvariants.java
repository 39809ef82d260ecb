package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeviceType;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** What is true of an image of a Region in any state, whatever happened before. */
public final class ImageInvariants {
  private final PartitionState state;
  private final Instant now;
  private final Region region;
  private final Ami ami;

  /** Looks at an image. */
  public ImageInvariants(PartitionState state, Instant now, Region region, Ami ami) {
    this.state = state;
    this.now = now;
    this.region = region;
    this.ami = ami;
  }

  /** Asserts all of them. */
  public void assertAll() {
    assertPermittedToNobodyUnlessThere();
    assertDeprecatedIfPublic();
    assertPlainIfPublic();
    assertThereIfProtected();
    assertOnEbsIfInBin();
    assertSnapshotsExist();
    assertFewWatermarks();
  }

  void assertPermittedToNobodyUnlessThere() {
    if (ami.isInRecycleBin() || ami.state() == AmiState.DISABLED) {
      assertThat(ami.launchPermissions()).as("%s", ami).hasValue(ImmutableSet.of());
      for (var account :
          Sets.difference(ImmutableSet.copyOf(History.ACCOUNTS), ImmutableSet.of(ami.ownerId()))) {
        Viewer viewer = state.viewer(region, account, now);
        assertThat(viewer.isPermitted(ami)).as("%s", ami).isFalse();
      }
    }
  }

  void assertDeprecatedIfPublic() {
    if (ami.isPublic()) {
      Instant latest =
          ami.creationDate().orElseThrow().atOffset(ZoneOffset.UTC).plusYears(2).toInstant();
      assertThat(ami.deprecationTime()).as("%s", ami).isPresent();
      assertThat(ami.deprecationTime().orElseThrow()).as("%s", ami).isBeforeOrEqualTo(latest);
    }
  }

  void assertPlainIfPublic() {
    if (ami.isPublic()) {
      assertThat(ami.imageWatermarks()).as("%s", ami).isEmpty();
      assertThat(ami.productCodes()).as("%s", ami).isEmpty();
      assertThat(ami.snapshotIds())
          .as("%s", ami)
          .noneMatch(id -> state.snapshot(region, id).orElseThrow().isEncrypted());
    }
  }

  void assertThereIfProtected() {
    if (ami.isProtectedAt(now)) {
      assertThat(ami.state()).as("%s", ami).isNotEqualTo(AmiState.DEREGISTERED);
      assertThat(ami.isInRecycleBin()).as("%s", ami).isFalse();
    }
  }

  void assertOnEbsIfInBin() {
    if (ami.isInRecycleBin()) {
      assertThat(ami.rootDeviceType()).as("%s", ami).contains(DeviceType.EBS);
    }
  }

  void assertSnapshotsExist() {
    if (!ami.isInRecycleBin()
        && (ami.state() == AmiState.AVAILABLE || ami.state() == AmiState.DISABLED)) {
      for (SnapshotId id : ami.snapshotIds()) {
        Optional<Snapshot> stored = state.snapshot(region, id);
        assertThat(stored).as("%s of %s", id, ami).isPresent();
        assertThat(stored.orElseThrow().isInRecycleBin())
            .as("%s of %s", id, ami)
            .isFalse();
        if (ami.state() == AmiState.AVAILABLE) {
          assertThat(stored.orElseThrow().state())
              .as("%s of %s", id, ami)
              .isEqualTo(SnapshotState.COMPLETED);
        }
      }
    }
  }

  void assertFewWatermarks() {
    assertThat(ami.imageWatermarks()).as("%s", ami).hasSizeLessThanOrEqualTo(5);
  }
}
