package dev.amikit.lifecycle;

import static dev.amikit.device.VolumeType.GP3;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Images made by hand, one in each stage and some that are special, and what goes with them. */
final class Images {
  static final Instant CREATED = Instant.parse("2026-01-15T10:20:30Z");
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Instant ENTERED_BIN = Instant.parse("2026-05-30T08:00:00Z");
  static final Instant LEAVES_BIN = Instant.parse("2026-06-06T08:00:00Z");
  static final Duration WEEK = Duration.ofDays(7);

  static final LaunchPermission EVERYONE = LaunchPermission.everyone();
  static final LaunchPermission PARTNER = LaunchPermission.userId("444455556666");
  static final LaunchPermission CUSTOMER = LaunchPermission.userId("777788889999");
  static final LaunchPermission ORGANIZATION = LaunchPermission.organization(
      OrganizationArn.of("arn:aws:organizations::123456789012:organization/o-exampleorgid"));
  static final LaunchPermission UNIT = LaunchPermission.organizationalUnit(OrganizationalUnitArn.of(
      "arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-examplerootid111-exampleouid111"));

  static final ProductCode PRODUCT = ProductCode.marketplace("abcdefghijklmnopqrstuvwxy");
  static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0abcdef1234567890");

  private Images() {}

  /** An available image on EBS that one account may launch besides its owner. */
  static Ami available() {
    return image().build();
  }

  /** A builder of that image. */
  static Ami.Builder image() {
    return unshared().addLaunchPermission(PARTNER);
  }

  /** A builder of that image, without launch permissions. */
  static Ami.Builder unshared() {
    return bare().ebsRoot("/dev/xvda", EbsBlockDevice.of(GP3, 8, SNAPSHOT));
  }

  /** A public image. */
  static Ami.Builder published() {
    return image()
        .addLaunchPermission(EVERYONE)
        .deprecationTime(Instant.parse("2028-01-15T10:20:30Z"));
  }

  /** An image with an encrypted root volume. */
  static Ami.Builder encrypted() {
    return bare()
        .ebsRoot(
            "/dev/xvda",
            EbsBlockDevice.of(GP3, 8, SNAPSHOT).toBuilder().encrypted(true).build());
  }

  /** An image on instance store. */
  static Ami.Builder onInstanceStore() {
    return bare().rootDeviceType(DeviceType.INSTANCE_STORE).addLaunchPermission(PARTNER);
  }

  /** A pending kernel, which has neither name nor devices. */
  static Ami pendingKernel() {
    return Ami.builder()
        .imageId("aki-0abcdef1234567890")
        .imageType(ImageType.KERNEL)
        .ownerId("111122223333")
        .state(AmiState.PENDING)
        .architecture(Architecture.X86_64)
        .rootDeviceType(DeviceType.EBS)
        .build();
  }

  /** An image with the protection that a text spells. */
  static Ami.Builder protectedBy(String protection) {
    return image().deregistrationProtection(DeregistrationProtection.parse(protection));
  }

  /** An image with a number of watermarks. */
  static Ami.Builder watermarked(int count) {
    Ami.Builder image = image();
    for (int i = 1; i <= count; i++) {
      image.addImageWatermark(watermark("mark-" + i));
    }
    return image;
  }

  static WatermarkKey key(String name) {
    return new WatermarkKey(AccountId.of("111122223333"), name);
  }

  /** A watermark that came from another image. */
  static ImageWatermark watermark(String name) {
    return new ImageWatermark(
        key(name),
        ImageId.of("ami-0fedcba9876543210"),
        Region.EU_WEST_1,
        Instant.parse("2025-03-03T03:03:03Z"),
        Instant.parse("2025-04-04T04:04:04Z"));
  }

  /** An image in the Recycle Bin that had a state and launch permissions. */
  static Ami binned(AmiState state, LaunchPermission... suspended) {
    return unshared()
        .state(state)
        .recycleBinStay(new RecycleBinStay(ENTERED_BIN, LEAVES_BIN, ImmutableSet.copyOf(suspended)))
        .build();
  }

  /** An image in a stage. */
  static Ami in(AmiStage stage) {
    return switch (stage) {
      case PENDING -> unshared().state(AmiState.PENDING).build();
      case AVAILABLE -> available();
      case INVALID -> unshared().state(AmiState.INVALID).build();
      case DEREGISTERED -> unshared().state(AmiState.DEREGISTERED).build();
      case TRANSIENT -> unshared().state(AmiState.TRANSIENT).build();
      case FAILED ->
        unshared()
            .state(AmiState.FAILED)
            .stateReason(new StateReason("Server.InternalError", "Internal error"))
            .build();
      case ERROR -> unshared().state(AmiState.ERROR).build();
      case DISABLED -> unshared().state(AmiState.DISABLED).build();
      case IN_RECYCLE_BIN -> binned(AmiState.AVAILABLE, PARTNER, EVERYONE);
    };
  }

  /** One image in each stage, and all that are special in some way. */
  static ImmutableList<Ami> all() {
    return ImmutableList.<Ami>builder()
        .addAll(Stream.of(AmiStage.values()).map(Images::in).toList())
        .add(published().build())
        .add(published().tags(Tags.of("env", "prod")).lastLaunchedTime(NOW).build())
        .add(published().creationDate(CREATED.minus(Duration.ofDays(1000))).build())
        .add(image()
            .addLaunchPermission(CUSTOMER)
            .addLaunchPermission(ORGANIZATION)
            .addLaunchPermission(UNIT)
            .build())
        .add(encrypted().build(), image().addProductCode(PRODUCT).build())
        .add(watermarked(4).build(), watermarked(5).build())
        .add(
            onInstanceStore().build(),
            onInstanceStore().launchPermissions(none()).state(AmiState.DISABLED).build())
        .add(
            protectedBy("disabled").build(),
            protectedBy("enabled-without-cooldown").build())
        .add(protectedBy("enabled-with-cooldown").build())
        .add(protectedBy("disabled after " + NOW).build())
        .add(protectedBy("disabled after " + NOW.plusSeconds(1)).build())
        .add(image().imdsSupport(ImdsSupport.V2_0).description("golden").build())
        .add(binned(AmiState.AVAILABLE), binned(AmiState.DISABLED))
        .add(pendingKernel())
        .build();
  }

  /** Asserts that a command succeeds and changes nothing. */
  static void assertUnchanged(AmiCommand command, Ami ami, Instant now) {
    Decision<Ami> decision = command.decide(ami, now);
    assertThat(decision.isAccepted()).as("%s of %s", command, ami).isTrue();
    assertThat(decision.events()).isEmpty();
    assertThat(decision.applyTo(ami)).isSameAs(ami);
  }

  /** A device that holds a blank EBS volume. */
  static BlockDeviceMapping blank(String deviceName) {
    return BlockDeviceMapping.ebs(DeviceName.of(deviceName), EbsBlockDevice.blank(GP3, 20));
  }

  static ImmutableSet<LaunchPermission> none() {
    return ImmutableSet.of();
  }

  private static Ami.Builder bare() {
    return Ami.builder()
        .imageId("ami-0abcdef1234567890")
        .ownerId("111122223333")
        .name("golden-2026.01")
        .state(AmiState.AVAILABLE)
        .creationDate(CREATED)
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .linux();
  }
}
