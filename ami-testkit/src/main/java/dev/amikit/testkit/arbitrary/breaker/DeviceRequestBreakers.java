package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.Arn;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of the devices that requests name. */
final class DeviceRequestBreakers {
  private static final int MOST = 152;
  private static final int SLOWEST = 100;
  private static final int FASTEST = 300;
  private static final Arn OUTPOST =
      Arn.parse("arn:aws:outposts:us-east-1:111122223333:outpost/op-0abcdef1234567890");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("requested-device.few", inAny(DeviceRequestBreakers::tooMany))
          .put("requested-device.name-form", inImage(DeviceRequestBreakers::misnamed))
          .put(
              "requested-device.name-once",
              inAny(given -> ImmutableList.of(
                  BlockDeviceMapping.ebs("/dev/sdp", volume(given).build()),
                  BlockDeviceMapping.ebs(
                      given.one("/dev/sdp", "sdp"), volume(given).build()))))
          .put(
              "requested-device.virtual-name-form",
              inAny(given -> ImmutableList.of(BlockDeviceMapping.virtual(
                  "/dev/sdp", given.one("ephemeral24", "ephemeral", "ephemeral01", "disk0")))))
          .put("requested-device.virtual-name-once", inAny(DeviceRequestBreakers::sameVirtualNames))
          .put(
              "requested-device.without-place",
              inAny(given -> ebs(given.one(
                  volume(given).outpostArn(OUTPOST).build(),
                  volume(given).availabilityZone(given.here + "a").build(),
                  volume(given).availabilityZoneId("use1-az1").build()))))
          .put(
              "requested-device.type-known",
              inAny(given -> ebs(volume(given)
                  .volumeType(VolumeType.of(given.one("gp4", "GP3", "ssd")))
                  .build())))
          .put(
              "requested-device.without-launch-members",
              inImage(given -> ebs(given.one(
                  volume(given).encrypted(true).kmsKeyId(given.key()).build(),
                  volume(given).volumeInitializationRate(SLOWEST).build()))))
          .put(
              "requested-device.encryption-from-snapshot",
              inImage(given -> ebs(EbsBlockDevice.builder()
                  .snapshotId(given.snapshot().snapshotId())
                  .encrypted(given.maybe())
                  .build())))
          .put(
              "requested-device.key-needs-encrypted",
              inLaunch(given -> volume(given).kmsKeyId(given.key()).build()))
          .put(
              "requested-device.rate-range",
              inLaunch(given -> EbsBlockDevice.builder()
                  .snapshotId(given.snapshot().snapshotId())
                  .volumeInitializationRate(
                      given.one(given.shortOf(SLOWEST), given.beyond(FASTEST)))
                  .build()))
          .put(
              "requested-device.rate-needs-snapshot",
              inLaunch(given -> volume(given)
                  .volumeInitializationRate(given.between(SLOWEST, FASTEST))
                  .build()))
          .buildOrThrow();

  private DeviceRequestBreakers() {}

  /** A device name that no request may give. */
  static String malformedName(Given given) {
    return given.one("/dev/nvme0n1", "/dev/sdabc", "sda16", "/dev/sd", "root");
  }

  private static ImmutableList<BlockDeviceMapping> misnamed(Given given) {
    return ImmutableList.of(
        BlockDeviceMapping.ebs(malformedName(given), volume(given).build()));
  }

  private static ImmutableList<BlockDeviceMapping> tooMany(Given given) {
    return IntStream.range(0, given.beyond(MOST))
        .mapToObj(i -> BlockDeviceMapping.virtual("/dev/sd" + i, "ephemeral0"))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<BlockDeviceMapping> sameVirtualNames(Given given) {
    String name = "ephemeral" + given.between(0, 23);
    return ImmutableList.of(
        BlockDeviceMapping.virtual("/dev/sdp", name), BlockDeviceMapping.virtual("/dev/sdq", name));
  }

  private static EbsBlockDevice.Builder volume(Given given) {
    return EbsBlockDevice.blank(VolumeType.GP3, given.between(1, 16)).toBuilder();
  }

  private static ImmutableList<BlockDeviceMapping> ebs(EbsBlockDevice volume) {
    return ImmutableList.of(BlockDeviceMapping.ebs("/dev/sdp", volume));
  }

  private static Arbitrary<Request<?>> inAny(
      Function<Given, ImmutableList<BlockDeviceMapping>> devices) {
    return requests(given ->
        given.oneIn(3) ? launch(given, devices.apply(given)) : image(given, devices.apply(given)));
  }

  private static Arbitrary<Request<?>> inImage(
      Function<Given, ImmutableList<BlockDeviceMapping>> devices) {
    return requests(given -> image(given, devices.apply(given)));
  }

  private static Arbitrary<Request<?>> inLaunch(Function<Given, EbsBlockDevice> volume) {
    return requests(given -> {
      EbsBlockDevice asked = volume.apply(given);
      return given.maybe() ? new CreateVolume(asked) : launch(given, ebs(asked));
    });
  }

  private static Operation<?> image(Given given, List<BlockDeviceMapping> devices) {
    if (given.maybe()) {
      return CreateImage.builder()
          .instanceId(given.instance().instanceId())
          .name(given.name())
          .blockDeviceMappings(devices)
          .build();
    }
    RegisterImage.Builder image = RegisterImageRequestBreakers.ofSnapshots(given);
    devices.forEach(image::addBlockDeviceMapping);
    return image.build();
  }

  private static Operation<?> launch(Given given, List<BlockDeviceMapping> devices) {
    return RunInstances.builder()
        .imageId(given.image().imageId())
        .instanceType("m7i.large")
        .blockDeviceMappings(devices)
        .build();
  }
}
