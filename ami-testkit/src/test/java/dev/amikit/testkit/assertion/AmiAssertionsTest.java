package dev.amikit.testkit.assertion;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatBuilding;
import static dev.amikit.testkit.fixture.Amis.CREATION_DATE;
import static dev.amikit.testkit.fixture.Amis.availableAmi;
import static dev.amikit.testkit.fixture.Amis.binnedAmi;
import static dev.amikit.testkit.fixture.Amis.deprecatedAmi;
import static dev.amikit.testkit.fixture.Amis.disabledAmi;
import static dev.amikit.testkit.fixture.Amis.instanceStoreAmi;
import static dev.amikit.testkit.fixture.Amis.protectedAmi;
import static dev.amikit.testkit.fixture.Amis.publicAmi;
import static dev.amikit.testkit.fixture.Amis.sharedAmi;
import static dev.amikit.testkit.fixture.Amis.windowsAmi;
import static dev.amikit.testkit.fixture.Snapshots.archivedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.binnedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.completedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.encryptedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.failedSnapshot;
import static dev.amikit.testkit.fixture.Snapshots.lockedSnapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeviceType;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each assertion passes where its fact holds, and says what is wrong where it does not. */
class AmiAssertionsTest {
  private static final String AMI = "Expected ami-0abcdef1234567890 to ";
  private static final String SNAP = "Expected snap-0abcdef1234567890 to ";
  private static final String UNTOLD =
      "its launch permissions were not told; DescribeImageAttribute tells them";
  private static final String TOLD_BY =
      "DescribeSnapshotAttribute tells them, DescribeSnapshots does not";
  private static final Instant LATER = CREATION_DATE.plusSeconds(3 * 365 * 86_400L);
  private static final AccountId STRANGER = AccountId.of("777788889999");
  private static final BlockDeviceMapping EPHEMERAL =
      BlockDeviceMapping.virtual(DeviceName.of("/dev/sdb"), "ephemeral0");
  private static final BlockDeviceMapping SUPPRESSED =
      BlockDeviceMapping.suppressed(DeviceName.of("/dev/sdb"));
  private static final EbsBlockDevice VOLUME = EbsBlockDevice.of(VolumeType.GP3, 8, Snapshots.ID);
  private static final SnapshotId OTHER_SNAPSHOT = SnapshotId.of("snap-00000000");

  static Stream<Arguments> failing() {
    Ami tagged = availableAmi().withTags(Tags.of("env", "prod"));
    return Stream.of(
        fails(
            () -> assertThat(availableAmi()).isDisabled(), AMI + "be disabled but it is available"),
        fails(
            () -> assertThat(disabledAmi()).isAvailable(), AMI + "be available but it is disabled"),
        fails(
            () -> assertThat(disabledAmi()).isInState(AmiState.FAILED),
            AMI + "be failed but it is disabled"),
        fails(
            () -> assertThat(sharedAmi()).isPublic(),
            AMI + "be public but its launch permissions are [444455556666]"),
        fails(
            () -> assertThat(publicAmi()).isPrivate(),
            AMI + "be private but its launch permissions are [all]"),
        fails(
            () -> assertThat(sharedAmi()).isSharedWith(STRANGER),
            AMI + "be shared with 777788889999 but its launch permissions are [444455556666]"),
        fails(
            () -> assertThat(availableAmi()).hasLaunchPermission(LaunchPermission.everyone()),
            AMI + "be shared with all but its launch permissions are []"),
        fails(
            () -> assertThat(availableAmi().withIsPublic(false)).isSharedWith(STRANGER),
            AMI + "be shared with 777788889999 but " + UNTOLD),
        fails(
            () -> assertThat(availableAmi().withIsPublic(true)).isSharedWith(STRANGER),
            AMI + "be shared with 777788889999 but " + UNTOLD),
        fails(
            () -> assertThat(availableAmi().withIsPublic(false))
                .hasLaunchPermission(LaunchPermission.everyone()),
            AMI + "be shared with all but it is not public"),
        fails(
            () -> assertThat(availableAmi().withIsPublic(false)).isPublic(),
            AMI + "be public but it is not"),
        fails(
            () -> assertThat(availableAmi().withIsPublic(false)).isPrivate(),
            AMI + "be private but " + UNTOLD),
        fails(
            () -> assertThat(availableAmi().withIsPublic(true)).isPrivate(),
            AMI + "be private but it is public"),
        fails(
            () -> assertThat(availableAmi().withIsPublic(true)).tellsLaunchPermissions(),
            AMI + "tell its launch permissions but " + UNTOLD),
        fails(
            () -> assertThat(sharedAmi()).doesNotTellLaunchPermissions(),
            AMI + "leave its launch permissions untold but its launch permissions are"
                + " [444455556666]"),
        fails(
            () -> assertThat(deprecatedAmi()).isDeprecatedAt(CREATION_DATE),
            AMI
                + "be deprecated at 2026-01-01T00:00:00Z but its deprecation begins at"
                + " 2027-01-01T00:00:00Z"),
        fails(
            () -> assertThat(availableAmi()).isDeprecatedAt(CREATION_DATE),
            AMI + "be deprecated at 2026-01-01T00:00:00Z but its deprecation is not set"),
        fails(
            () -> assertThat(deprecatedAmi()).isNotDeprecatedAt(LATER),
            AMI
                + "not be deprecated at 2028-12-31T00:00:00Z but its deprecation begins at"
                + " 2027-01-01T00:00:00Z"),
        fails(
            () -> assertThat(availableAmi()).isProtectedAt(CREATION_DATE),
            AMI + "be protected at 2026-01-01T00:00:00Z but its protection is disabled"),
        fails(
            () -> assertThat(protectedAmi()).isNotProtectedAt(CREATION_DATE),
            AMI
                + "not be protected at 2026-01-01T00:00:00Z but its protection is"
                + " enabled-with-cooldown"),
        fails(
            () -> assertThat(availableAmi()).isInRecycleBin(),
            AMI + "be in the Recycle Bin but it is not"),
        fails(
            () -> assertThat(binnedAmi()).isNotInRecycleBin(),
            AMI + "not be in the Recycle Bin but it is, until 2026-02-01T00:00:00Z"),
        fails(
            () -> assertThat(availableAmi()).isWindows(),
            AMI + "be a Windows image but it has no platform"),
        fails(
            () -> assertThat(instanceStoreAmi()).hasEbsRoot(),
            "Expected ami-7ea24a17 to have an EBS root but its root device type is instance-store"),
        fails(
            () -> assertThat(availableAmi()).isOwnedBy(STRANGER),
            AMI + "be owned by 777788889999 but its owner is 111122223333"),
        fails(
            () -> assertThat(availableAmi()).hasName("silver"),
            AMI + "have the name 'silver' but it is 'golden-2026.01'"),
        fails(
            () -> assertThat(tagged).hasTag("env", "test"),
            AMI + "have the tag env=test but its tags are {env=prod}"),
        fails(
            () -> assertThat(tagged).hasNoTag("env"),
            AMI + "have no tag env but its tags are {env=prod}"),
        fails(
            () -> assertThat(availableAmi()).isBackedBy(OTHER_SNAPSHOT),
            AMI + "be backed by snap-00000000 but its snapshots are [snap-0abcdef1234567890]"),
        fails(
            () -> assertThat(availableAmi()).hasDevice("/dev/sdb"),
            AMI + "have the device /dev/sdb but its devices are [/dev/xvda]"),
        fails(
            () -> assertThat(availableAmi()).hasRootDevice("/dev/sda1"),
            AMI + "have the root device /dev/sda1 but its root device name is /dev/xvda"),
        fails(
            () -> assertThat(failedSnapshot()).isCompleted(),
            SNAP + "be completed but it is error"),
        fails(
            () -> assertThat(completedSnapshot()).isEncrypted(),
            SNAP + "be encrypted but it is not"),
        fails(
            () -> assertThat(encryptedSnapshot()).isNotEncrypted(),
            SNAP + "not be encrypted but it is"),
        fails(
            () -> assertThat(completedSnapshot()).isArchived(),
            SNAP + "be archived but its storage tier is standard"),
        fails(
            () -> assertThat(completedSnapshot()).isInRecycleBin(),
            SNAP + "be in the Recycle Bin but it is not"),
        fails(
            () -> assertThat(binnedSnapshot()).isNotInRecycleBin(),
            SNAP + "not be in the Recycle Bin but it is, until 2026-02-01T00:00:00Z"),
        fails(
            () -> assertThat(completedSnapshot()).isLockedAt(Amis.CREATION_DATE),
            SNAP + "be locked at 2026-01-01T00:00:00Z but it has no lock"),
        fails(
            () -> assertThat(lockedSnapshot()).isNotLockedAt(Amis.CREATION_DATE),
            SNAP
                + "not be locked at 2026-01-01T00:00:00Z but its lock ends on 2026-01-31T00:00:00Z"),
        fails(
            () -> assertThat(completedSnapshot()).isPublic(),
            SNAP + "be public but its permissions are []; " + TOLD_BY),
        fails(
            () -> assertThat(completedSnapshot()).isSharedWith(STRANGER),
            SNAP + "be shared with 777788889999 but its permissions are []; " + TOLD_BY),
        fails(
            () -> assertThat(completedSnapshot()).isOwnedBy(STRANGER),
            SNAP + "be owned by 777788889999 but its owner is 111122223333"),
        fails(
            () -> assertThat(completedSnapshot()).hasTag("env", "prod"),
            SNAP + "have the tag env=prod but its tags are {}"),
        fails(
            () -> assertThat(EPHEMERAL).isEbs(),
            "Expected /dev/sdb to be an EBS volume but it is ephemeral0"),
        fails(
            () -> assertThat(EPHEMERAL).isSuppressed(),
            "Expected /dev/sdb to be suppressed but it is ephemeral0"),
        fails(
            () -> assertThat(SUPPRESSED).isVirtual("ephemeral1"),
            "Expected /dev/sdb to be ephemeral1 but it is suppressed"),
        fails(
            () -> assertThat(SUPPRESSED).isBackedBy(OTHER_SNAPSHOT),
            "Expected /dev/sdb to be backed by snap-00000000 but it is suppressed"),
        fails(
            () -> assertThat(VOLUME).hasVolumeType(VolumeType.IO2),
            "Expected a volume of type io2 but it is " + VOLUME),
        fails(
            () -> assertThat(VOLUME).hasVolumeSize(9),
            "Expected a volume of 9 GiB but it is " + VOLUME),
        fails(
            () -> assertThat(VOLUME).isBackedBy(OTHER_SNAPSHOT),
            "Expected a volume made from snap-00000000 but it is " + VOLUME),
        fails(
            () -> assertThat(VOLUME).isEncrypted(),
            "Expected an encrypted volume but it is " + VOLUME),
        fails(
            () -> assertThat(VOLUME.toBuilder().encrypted(true).build()).isNotEncrypted(),
            "Expected a volume that is not encrypted but it is "
                + VOLUME.toBuilder().encrypted(true).build()),
        fails(
            () -> assertThatBuilding(() -> ImageId.of("ami-0abcdef1234567890"))
                .isRefusedBy("image-id.format"),
            "Expected a refusal but it succeeded"),
        fails(
            () -> assertThatBuilding(() -> ImageId.of("ami-1")).isRefusedBy("arn.format"),
            "Expected a refusal by arn.format but found: " + message("ami-1")),
        fails(
            () -> assertThatBuilding(() -> ImageId.of("ami-1")).isRefusedOnlyBy("arn.format"),
            "Expected a refusal by arn.format only but it was by image-id.format"),
        fails(
            () -> assertThatBuilding(() -> ImageId.of("ami-1"))
                .isRefusedBy("image-id.format")
                .at("imageId"),
            "Expected a violation at 'imageId' but found: " + message("ami-1")),
        fails(
            () -> assertThatBuilding(() -> ImageId.of("ami-1")).succeeds(),
            "Expected success but it was refused: InvalidAMIID.Malformed: " + message("ami-1")));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void an_assertion_that_fails_names_the_fact_and_the_value(
      ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void assertions_that_hold_pass_and_can_be_chained() {
    assertThat(availableAmi())
        .isAvailable()
        .isInState(AmiState.AVAILABLE)
        .isPrivate()
        .isNotDeprecatedAt(LATER)
        .isNotProtectedAt(LATER)
        .isNotInRecycleBin()
        .hasEbsRoot()
        .isOwnedBy(Accounts.OWNER)
        .hasName("golden-2026.01")
        .hasNoTag("env")
        .isBackedBy(Snapshots.ID)
        .hasDevice("/dev/xvda")
        .hasRootDevice("/dev/xvda");
    assertThat(availableAmi().withTags(Tags.of("env", "prod"))).hasTag("env", "prod");
    assertThat(publicAmi()).isPublic().hasLaunchPermission(LaunchPermission.everyone());
    assertThat(publicAmi()).tellsLaunchPermissions();
    assertThat(publicAmi().withIsPublic(true))
        .isPublic()
        .hasLaunchPermission(LaunchPermission.everyone())
        .doesNotTellLaunchPermissions();
    assertThat(sharedAmi()).isSharedWith(Accounts.OTHER);
    assertThat(disabledAmi()).isDisabled();
    assertThat(deprecatedAmi()).isDeprecatedAt(LATER);
    assertThat(protectedAmi()).isProtectedAt(LATER);
    assertThat(binnedAmi()).isInRecycleBin();
    assertThat(windowsAmi()).isWindows();
  }

  @Test
  void assertions_on_snapshots_and_devices_that_hold_pass() {
    Snapshot shared = completedSnapshot().toBuilder()
        .tags(Tags.of("env", "prod"))
        .addCreateVolumePermission(CreateVolumePermission.everyone())
        .addCreateVolumePermission(CreateVolumePermission.userId(Accounts.OTHER))
        .build();
    assertThat(shared)
        .isCompleted()
        .isInState(SnapshotState.COMPLETED)
        .isNotEncrypted()
        .isPublic()
        .isSharedWith(Accounts.OTHER)
        .isOwnedBy(Accounts.OWNER)
        .hasTag("env", "prod");
    assertThat(encryptedSnapshot()).isEncrypted();
    assertThat(archivedSnapshot()).isArchived().isNotInRecycleBin();
    assertThat(binnedSnapshot()).isInRecycleBin().isNotLockedAt(Amis.CREATION_DATE);
    assertThat(lockedSnapshot()).isLockedAt(Amis.CREATION_DATE);
    assertThat(EPHEMERAL).isVirtual("ephemeral0");
    assertThat(SUPPRESSED).isSuppressed();
    assertThat(BlockDeviceMapping.ebs(DeviceName.of("/dev/sdb"), VOLUME))
        .isEbs()
        .isBackedBy(Snapshots.ID);
    assertThat(VOLUME)
        .hasVolumeType(VolumeType.GP3)
        .hasVolumeSize(8)
        .isBackedBy(Snapshots.ID)
        .isNotEncrypted();
    assertThat(VOLUME.toBuilder().encrypted(true).build()).isEncrypted();
  }

  @Test
  void assertions_on_building_that_hold_pass() {
    assertThatBuilding(() -> ImageId.of("ami-0abcdef1234567890")).succeeds();
    assertThatBuilding(() -> windowsAmi().toBuilder()
            .rootDeviceType(DeviceType.INSTANCE_STORE)
            .blockDeviceMappings(List.of())
            .build())
        .isRefusedBy("ami.windows-requires-ebs-root")
        .at("rootDeviceType");
    assertThatBuilding(() -> Ami.builder().build())
        .isRefusedOnlyBy("value.required-attribute")
        .at("imageId");
  }

  @Test
  void an_exception_that_is_no_refusal_is_a_failure_of_its_own() {
    assertThatThrownBy(() -> assertThatBuilding(() -> {
          throw new IllegalStateException("disk full");
        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("disk full")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_value_that_is_absent_is_told_as_such() {
    Ami none = null;
    assertThatThrownBy(() -> assertThat(none).isAvailable())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be null");
  }

  /** They are kept in a member that nobody sees, told by two methods. */
  @Test
  void permissions_that_differ_are_told() {
    Ami everybodys =
        availableAmi().withLaunchPermissions(ImmutableSet.of(LaunchPermission.everyone()));
    Ami nobodys = availableAmi().withLaunchPermissions(ImmutableSet.of());
    assertThatThrownBy(() -> assertThat(nobodys).isEqualTo(everybodys))
        .hasMessage("%s differs:%n".formatted(nobodys.imageId())
            + "  isPublic: expected true but was false%n".formatted()
            + "  launchPermissions: expected %s but was %s"
                .formatted(everybodys.knownLaunchPermissions(), nobodys.knownLaunchPermissions()));
  }

  @Test
  void devices_that_differ_tell_where() {
    assertThatThrownBy(
            () -> assertThat(VOLUME).isEqualTo(EbsBlockDevice.of(VolumeType.GP2, 8, Snapshots.ID)))
        .hasMessage("the volume differs:%n  volumeType: expected gp2 but was gp3".formatted());
    assertThatThrownBy(() -> assertThat(EPHEMERAL).isEqualTo(SUPPRESSED))
        .hasMessage("/dev/sdb differs:%n".formatted()
            + "  noDevice: expected \"\" but was absent%n".formatted()
            + "  virtualName: expected absent but was ephemeral0");
  }

  @Test
  void a_description_stands_before_the_message() {
    assertThatThrownBy(() -> assertThat(availableAmi()).as("after the copy").isDisabled())
        .hasMessage("[after the copy] " + AMI + "be disabled but it is available");
    assertThatCode(() -> assertThat(availableAmi()).as("after the copy").isAvailable())
        .doesNotThrowAnyException();
  }

  private static String message(String id) {
    return "an image ID is ami-, aki- or ari- and 8 or 17 lower-case hexadecimal digits, but it was '"
        + id
        + "' [image-id.format, InvalidAMIID.Malformed]";
  }

  private static Arguments fails(ThrowingCallable assertion, String message) {
    return Arguments.of(assertion, message);
  }
}
