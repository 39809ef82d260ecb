package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.TestImages.CREATED;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.WatermarkKey;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DisableImage and EnableImage. */
class DisableImageTest {
  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"LIFE-08", "DISABLE-02", "DISABLE-04", "LIFE-19"})
  void an_image_goes_to_and_fro_between_available_and_disabled_at_once() {
    ec2.put(image(1).build());
    for (int i = 0; i < 3; i++) {
      ec2.owner().disableImage(id(1));
      assertThat(present().state()).isEqualTo(AmiState.DISABLED);
      ec2.owner().enableImage(id(1));
      assertThat(present().state()).isEqualTo(AmiState.AVAILABLE);
    }
  }

  @Test
  @Rules({"DISABLE-17"})
  void doing_it_again_changes_nothing() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
    assertUnchanged(ec2, () -> ec2.owner().enableImage(id(1)));
    ec2.owner().disableImage(id(1));
    assertUnchanged(ec2, () -> ec2.owner().disableImage(id(1)));
  }

  @Test
  @Rules({"DISABLE-01", "COM-12"})
  void only_the_owner_disables_and_enables() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
    for (AccountId other : List.of(FRIEND, STRANGER)) {
      assertRefused(
          ec2::state, () -> ec2.as(other).disableImage(id(1)), "AuthFailure", "image.owner");
      assertRefused(
          ec2::state, () -> ec2.as(other).enableImage(id(1)), "AuthFailure", "image.owner");
    }
    assertRefused(
        ec2::state,
        () -> ec2.owner().disableImage(UNKNOWN),
        "InvalidAMIID.NotFound",
        "image.exists");
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"PENDING", "FAILED", "DEREGISTERED"})
  @Rules({"DISABLE-18", "LIFE-06", "LIFE-10"})
  void no_other_image_is_disabled_or_enabled(AmiState state) {
    ec2.put(image(1).state(state).build());
    refused();
    ec2.put(binned(1));
    refused();
  }

  private void refused() {
    assertRefused(
        ec2::state,
        () -> ec2.owner().disableImage(id(1)),
        "InvalidAMIID.Unavailable",
        "disable-image.stage");
    assertRefused(
        ec2::state,
        () -> ec2.owner().enableImage(id(1)),
        "InvalidAMIID.Unavailable",
        "enable-image.stage");
  }

  @Test
  @Rules({"DISABLE-10", "DISABLE-03"})
  void public_images_and_images_on_instance_store_are_disabled_too() {
    ec2.put(published(1).build());
    ec2.put(image(2)
        .blockDeviceMappings(List.of())
        .rootDeviceType(DeviceType.INSTANCE_STORE)
        .build());
    for (int number = 1; number <= 2; number++) {
      ec2.owner().disableImage(id(number));
      Ami disabled = ec2.registry.state().image(HERE, id(number)).orElseThrow();
      assertThat(disabled.state()).isEqualTo(AmiState.DISABLED);
      assertThat(disabled.isPublic()).isFalse();
    }
  }

  @Test
  @Rules({"DISABLE-16", "INV-10", "WMK-16"})
  void all_but_the_launch_permissions_survives() {
    Ami rich = image(1)
        .addLaunchPermission(TO_FRIEND)
        .deprecationTime(START)
        .deregistrationProtection(DeregistrationProtection.enabledWithCooldown())
        .addImageWatermark(
            new ImageWatermark(new WatermarkKey(OWNER, "mark"), UNKNOWN, HERE, CREATED, CREATED))
        .tags(Tags.of("env", "prod"))
        .lastLaunchedTime(START.minus(Duration.ofDays(3)))
        .build();
    ec2.put(rich);
    ec2.owner().disableImage(id(1));
    Ami stripped = rich.withLaunchPermissions(List.of());
    assertThat(present()).isEqualTo(stripped.withState(AmiState.DISABLED));
    ec2.owner().enableImage(id(1));
    assertThat(present()).isEqualTo(stripped);
  }

  @Test
  @Rules({"DISABLE-13", "ARC-03", "ERR-19"})
  void an_image_is_not_enabled_while_a_snapshot_of_it_is_archived_or_restored_for_some_days() {
    SnapshotId archived =
        ec2.snapshot(OWNER, snapshot -> snapshot.storageTier(StorageTier.ARCHIVE));
    SnapshotId borrowed = ec2.snapshot(
        OWNER,
        snapshot -> snapshot
            .storageTier(StorageTier.ARCHIVE)
            .restoreExpiryTime(START.plus(Duration.ofDays(3))));
    int number = 1;
    for (SnapshotId snapshot : List.of(archived, borrowed)) {
      ImageId image =
          ec2.put(image(number++, snapshot).state(AmiState.DISABLED).build()).imageId();
      assertRefused(
          ec2::state,
          () -> ec2.owner().enableImage(image),
          "IncorrectState",
          "enable-image.snapshots-restored");
    }
  }

  @Test
  @Rules({"INV-01"})
  void a_disabled_image_cannot_become_public_by_any_call() {
    ec2.owner().disableImageBlockPublicAccess();
    ec2.put(image(1).state(AmiState.DISABLED).build());
    assertRefused(
        ec2::state,
        () -> ec2.owner().modifyImageAttribute(id(1), grant(EVERYONE)),
        "InvalidAMIID.Unavailable",
        "modify-launch-permission.stage");
  }

  @Test
  @Rules({"INV-14"})
  void time_alone_neither_disables_nor_fails_an_image() {
    ec2.put(published(1).build());
    ec2.put(image(2).state(AmiState.DISABLED).build());
    PartitionState before = ec2.registry.state();
    ec2.pass(Duration.ofDays(4000));
    assertThat(ec2.registry.state()).isEqualTo(before);
  }

  private Ami present() {
    return ec2.registry.state().image(HERE, id(1)).orElseThrow();
  }
}
