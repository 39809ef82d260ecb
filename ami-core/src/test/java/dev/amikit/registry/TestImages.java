package dev.amikit.registry;

import static dev.amikit.device.VolumeType.GP3;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.VirtualizationType;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import java.time.Duration;
import java.time.Instant;

/** Images of the owner that tests put into a registry, and how a call on them is refused. */
public final class TestImages {
  public static final Instant CREATED = Instant.parse("2026-01-15T10:20:30Z");
  public static final ImageId UNKNOWN = ImageId.of("ami-0123456789abcdef0");

  public static final LaunchPermission EVERYONE = LaunchPermission.everyone();
  public static final LaunchPermission TO_FRIEND = LaunchPermission.userId(TestRegistry.FRIEND);
  public static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::123456789012:organization/o-exampleorgid");
  public static final OrganizationalUnitArn UNIT = unit("ou-examplerootid111-exampleouid111");
  public static final LaunchPermission TO_ORGANIZATION =
      LaunchPermission.organization(ORGANIZATION);
  public static final LaunchPermission TO_UNIT = LaunchPermission.organizationalUnit(UNIT);

  private TestImages() {}

  public static OrganizationalUnitArn unit(String id) {
    return OrganizationalUnitArn.of("arn:aws:organizations::123456789012:ou/o-exampleorgid/" + id);
  }

  /** An available, private image over an unencrypted snapshot. */
  public static Ami.Builder image(int number) {
    return image(number, SnapshotId.of("snap-%017x".formatted(0xabcd0000L + number)));
  }

  /** An available, private image over a snapshot. */
  public static Ami.Builder image(int number, SnapshotId snapshot) {
    return Ami.builder()
        .imageId(id(number))
        .ownerId(TestRegistry.OWNER)
        .name("golden-" + number)
        .state(AmiState.AVAILABLE)
        .creationDate(CREATED)
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .linux()
        .ebsRoot("/dev/xvda", EbsBlockDevice.of(GP3, 8, snapshot));
  }

  public static ImageId id(int number) {
    return ImageId.of("ami-%017x".formatted(0xabcd0000L + number));
  }

  /** A public image, with the deprecation time that it got by becoming so. */
  public static Ami.Builder published(int number) {
    return image(number)
        .addLaunchPermission(EVERYONE)
        .deprecationTime(Instant.parse("2028-01-15T10:20:30Z"));
  }

  /** An image in the Recycle Bin, until a week after the start. */
  public static Ami binned(int number, LaunchPermission... suspended) {
    return image(number)
        .recycleBinStay(new RecycleBinStay(
            TestRegistry.START,
            TestRegistry.START.plus(Duration.ofDays(7)),
            ImmutableSet.copyOf(suspended)))
        .build();
  }

  /** Whether an account can see an image; one that it cannot see looks unknown. */
  public static boolean sees(TestRegistry ec2, AccountId account, ImageId id) {
    try {
      return !ec2.as(account).getImageAncestry(id).isEmpty();
    } catch (RefusedException e) {
      assertThat(e.errorCode()).isEqualTo(ErrorCode.INVALID_AMI_ID_NOT_FOUND);
      return false;
    }
  }

  /** Checks that a call succeeds and changes nothing. */
  public static void assertUnchanged(TestRegistry ec2, Runnable call) {
    PartitionState before = ec2.registry.state();
    call.run();
    assertThat(ec2.registry.state()).isEqualTo(before);
  }
}
