package dev.amikit.testkit.arbitrary;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.image.AmiState.AVAILABLE;
import static dev.amikit.image.AmiState.DEREGISTERED;
import static dev.amikit.image.AmiState.DISABLED;
import static dev.amikit.image.AmiState.ERROR;
import static dev.amikit.image.AmiState.FAILED;
import static dev.amikit.image.AmiState.INVALID;
import static dev.amikit.image.AmiState.PENDING;
import static dev.amikit.image.AmiState.TRANSIENT;
import static dev.amikit.testkit.arbitrary.AmiArbitraries.amis;
import static dev.amikit.testkit.arbitrary.TextBreakers.attempts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.KernelId;
import dev.amikit.id.RamdiskId;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Attempts to break the rules between the members of an image. Each starts from an image of which
 * nothing else speaks against the change.
 */
final class AmiBreakers {
  private static final DeviceName ROOT = DeviceName.of("/dev/sda1");
  private static final BlockDeviceMapping DEVICE =
      BlockDeviceMapping.virtual(DeviceName.of("/dev/sdz"), "ephemeral0");

  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL =
      ImmutableMap.<String, Arbitrary<? extends Supplier<?>>>builder()
          .put("ami.type-fits-id", idsOfOtherTypes())
          .put("ami.kernel-is-bare", kernelsWithMembersOfMachines())
          .put("ami.machine-has-root-device-type", machinesWithoutRootDeviceType())
          .put("ami.ebs-image-is-named", namelessEbsImages())
          .put(
              "ami.windows-requires-ebs-root",
              changed(amis().windows().notInRecycleBin(), AmiBreakers::onInstanceStore))
          .put("ami.windows-requires-hvm", changed(amis().windows(), AmiBreakers::paravirtual))
          .put("ami.windows-in-platform-details", contradictingPlatformDetails())
          .put("ami.billing-members-together", halfBilled())
          .put("ami.architecture-requires-hvm", changed(armAndMac(), AmiBreakers::paravirtual))
          .put(
              "ami.architecture-requires-ebs-root",
              changed(
                  Arbitraries.oneOf(amis().arm().notInRecycleBin(), amis().mac().notInRecycleBin()),
                  AmiBreakers::onInstanceStore))
          .put("ami.instance-store-root-is-no-ebs", ebsRootsOfInstanceStoreImages())
          .put("ami.device-names-unique", repeatedDevices())
          .put("ami.source-members-together", halfSourced())
          .put("ami.source-instance-requires-ebs-root", instancesOfInstanceStoreImages())
          .put(
              "ami.disabled-is-not-shared",
              Arbitraries.oneOf(
                  shared(amis().inState(DISABLED).notInRecycleBin()),
                  withPermissionsToComeBack(amis().inRecycleBin().inState(DISABLED))))
          .put("ami.unfinished-is-not-shared", shared(amis().inState(PENDING, FAILED)))
          .put(
              "ami.binned-has-ebs-root",
              binned(amis().instanceStoreBacked().isPrivate().inState(AVAILABLE, DISABLED)))
          .put(
              "ami.binned-was-usable",
              binned(amis()
                  .ebsBacked()
                  .isPrivate()
                  .inState(PENDING, FAILED, DEREGISTERED, INVALID, TRANSIENT, ERROR)))
          .put("ami.binned-is-not-shared", shared(amis().inRecycleBin().inState(AVAILABLE)))
          .put("ami.binned-is-not-protected", enabled(amis().inRecycleBin()))
          .put("ami.deregistered-is-not-protected", enabled(amis().inState(DEREGISTERED)))
          .put("ami.deprecated-after-creation", deprecatedBeforeCreation())
          .put("ami.few-watermarks", manyWatermarks())
          .put("ami.watermark-keys-unique", repeatedWatermarks())
          .buildOrThrow();

  private AmiBreakers() {}

  private static Arbitrary<Supplier<?>> idsOfOtherTypes() {
    return Combinators.combine(amis(), IdArbitraries.imageIds())
        .filter((ami, id) -> !ImageType.of(id).equals(ami.imageType()))
        .as((ami, id) -> () -> ami.toBuilder().imageId(id).build());
  }

  private static Arbitrary<Supplier<?>> kernelsWithMembersOfMachines() {
    return Combinators.combine(
            amis().kernelsAndRamdisks(),
            Arbitraries.<UnaryOperator<Ami.Builder>>of(
                kernel -> kernel.addBlockDeviceMapping(DEVICE),
                kernel -> kernel.rootDeviceName(ROOT),
                kernel -> kernel.kernelId(KernelId.of("aki-4438dd2d")),
                kernel -> kernel.ramdiskId(RamdiskId.of("ari-4538dd2c"))))
        .as((kernel, change) -> () -> change.apply(kernel.toBuilder()).build());
  }

  private static Arbitrary<Supplier<?>> machinesWithoutRootDeviceType() {
    return changed(
        amis().machines().notInRecycleBin(),
        ami -> ami.rootDeviceType(Optional.empty()).sourceInstanceId(Optional.empty()));
  }

  private static Arbitrary<Supplier<?>> namelessEbsImages() {
    return Combinators.combine(
            amis().ebsBacked().inState(AVAILABLE, DISABLED), Arbitraries.of(0, 1, 2))
        .as((ami, absent) -> () -> {
          Ami.Builder nameless = ami.toBuilder();
          if (absent != 1) {
            nameless.name(Optional.<ImageName>empty());
          }
          if (absent != 0) {
            nameless.rootDeviceName(Optional.empty());
          }
          return nameless.build();
        });
  }

  private static Arbitrary<Supplier<?>> contradictingPlatformDetails() {
    return Arbitraries.oneOf(
        changed(amis().windows(), Ami.Builder::linux),
        changed(
            amis().linux(),
            ami -> ami.platformDetails("Windows with SQL Server Web")
                .usageOperation("RunInstances:0202")));
  }

  private static Arbitrary<Supplier<?>> halfBilled() {
    return Arbitraries.oneOf(
        changed(
            amis(), ami -> ami.platformDetails(Optional.empty()).usageOperation("RunInstances")),
        changed(
            amis().linux(),
            ami -> ami.platformDetails("Linux/UNIX").usageOperation(Optional.empty())));
  }

  private static Arbitrary<Supplier<?>> ebsRootsOfInstanceStoreImages() {
    return Combinators.combine(amis().instanceStoreBacked(), DeviceArbitraries.ebsBlockDevices())
        .as((ami, ebs) -> () -> ami.toBuilder()
            .rootDeviceName(ROOT)
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(ROOT, ebs))
            .build());
  }

  private static Arbitrary<Supplier<?>> repeatedDevices() {
    return attempts(amis().machines(), ami -> {
      BlockDeviceMapping device = ami.blockDeviceMappings().isEmpty()
          ? DEVICE
          : ami.blockDeviceMappings().get(0);
      return ami.toBuilder()
          .addBlockDeviceMapping(device)
          .addBlockDeviceMapping(device)
          .build();
    });
  }

  private static Arbitrary<Supplier<?>> halfSourced() {
    return Combinators.combine(
            amis(), IdArbitraries.machineImageIds().optional(0.5), IdArbitraries.regions())
        .as((ami, source, region) -> () -> ami.toBuilder()
            .sourceImageId(source)
            .sourceImageRegion(source.isPresent() ? Optional.empty() : Optional.of(region))
            .build());
  }

  private static Arbitrary<Supplier<?>> instancesOfInstanceStoreImages() {
    return Combinators.combine(amis().instanceStoreBacked(), IdArbitraries.instanceIds())
        .as((ami, instance) -> () -> ami.toBuilder().sourceInstanceId(instance).build());
  }

  private static Arbitrary<Supplier<?>> deprecatedBeforeCreation() {
    return Combinators.combine(
            amis(), AmiArbitraries.instants(), Arbitraries.longs().between(1, 100_000_000_000L))
        .as((ami, created, millis) -> () -> ami.toBuilder()
            .creationDate(created)
            .deprecationTime(created.minusMillis(millis))
            .build());
  }

  private static Arbitrary<Supplier<?>> manyWatermarks() {
    return Combinators.combine(
            amis(), AmiArbitraries.imageWatermarks(), Arbitraries.integers().between(6, 9))
        .as((ami, watermark, count) -> () -> ami.toBuilder()
            .imageWatermarks(IntStream.range(0, count)
                .mapToObj(i -> named("watermark-" + i, watermark))
                .collect(toImmutableList()))
            .build());
  }

  private static ImageWatermark named(String name, ImageWatermark watermark) {
    AccountId account = watermark.watermarkKey().accountId();
    return new ImageWatermark(
        new WatermarkKey(account, name),
        watermark.sourceImageId(),
        watermark.sourceImageRegion(),
        watermark.sourceImageCreationTime(),
        watermark.watermarkCreationTime());
  }

  private static Arbitrary<Supplier<?>> repeatedWatermarks() {
    return Combinators.combine(amis(), AmiArbitraries.imageWatermarks())
        .as((ami, watermark) -> () -> ami.toBuilder()
            .imageWatermarks(ImmutableList.of(watermark, watermark))
            .build());
  }

  private static Arbitrary<Supplier<?>> shared(AmiArbitrary amis) {
    return Combinators.combine(amis, PermissionArbitraries.launchPermissions())
        .as((ami, permission) ->
            () -> ami.toBuilder().addLaunchPermission(permission).build());
  }

  private static Arbitrary<Supplier<?>> binned(AmiArbitrary amis) {
    return Combinators.combine(amis, AmiArbitraries.recycleBinStays())
        .as((ami, stay) -> () -> ami.toBuilder()
            .deregistrationProtection(DeregistrationProtection.disabled())
            .recycleBinStay(
                new RecycleBinStay(stay.enterTime(), stay.exitTime(), ImmutableSet.of()))
            .build());
  }

  private static Arbitrary<Supplier<?>> withPermissionsToComeBack(AmiArbitrary binned) {
    return Combinators.combine(binned, PermissionArbitraries.launchPermissions())
        .as((ami, permission) -> {
          RecycleBinStay stay = ami.recycleBinStay().orElseThrow();
          return () -> ami.toBuilder()
              .recycleBinStay(new RecycleBinStay(
                  stay.enterTime(), stay.exitTime(), ImmutableSet.of(permission)))
              .build();
        });
  }

  private static Arbitrary<Supplier<?>> enabled(AmiArbitrary amis) {
    return Combinators.combine(
            amis,
            Arbitraries.of(
                DeregistrationProtection.enabledWithoutCooldown(),
                DeregistrationProtection.enabledWithCooldown()))
        .as((ami, protection) ->
            () -> ami.toBuilder().deregistrationProtection(protection).build());
  }

  private static Arbitrary<Ami> armAndMac() {
    return Arbitraries.oneOf(amis().arm(), amis().mac());
  }

  private static Ami.Builder onInstanceStore(Ami.Builder ami) {
    return ami.rootDeviceType(DeviceType.INSTANCE_STORE)
        .blockDeviceMappings(ImmutableList.of())
        .sourceInstanceId(Optional.empty());
  }

  private static Ami.Builder paravirtual(Ami.Builder ami) {
    return ami.virtualizationType(VirtualizationType.PARAVIRTUAL);
  }

  private static Arbitrary<Supplier<?>> changed(
      Arbitrary<Ami> amis, UnaryOperator<Ami.Builder> change) {
    return attempts(amis, ami -> change.apply(ami.toBuilder()).build());
  }
}
