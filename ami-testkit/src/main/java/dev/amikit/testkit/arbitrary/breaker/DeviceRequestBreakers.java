package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;

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
  private static final String KEY =
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final Arn OUTPOST =
      Arn.parse("arn:aws:outposts:us-east-1:111122223333:outpost/op-0abcdef1234567890");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("requested-device.few", inAny(DeviceRequestBreakers::tooMany))
          .put("requested-device.name-form", inImage(DeviceRequestBreakers::misnamed))
          .put(
              "requested-device.name-once",
              inAny(scene -> ImmutableList.of(
                  BlockDeviceMapping.ebs("/dev/sdp", volume(scene).build()),
                  BlockDeviceMapping.ebs(
                      scene.one("/dev/sdp", "sdp"), volume(scene).build()))))
          .put(
              "requested-device.virtual-name-form",
              inAny(scene -> ImmutableList.of(BlockDeviceMapping.virtual(
                  "/dev/sdp", scene.one("ephemeral24", "ephemeral", "ephemeral01", "disk0")))))
          .put("requested-device.virtual-name-once", inAny(DeviceRequestBreakers::sameVirtualNames))
          .put(
              "requested-device.without-place",
              inAny(scene -> ebs(scene.one(
                  volume(scene).outpostArn(OUTPOST).build(),
                  volume(scene).availabilityZone(scene.here + "a").build(),
                  volume(scene).availabilityZoneId("use1-az1").build()))))
          .put(
              "requested-device.type-known",
              inAny(scene -> ebs(volume(scene)
                  .volumeType(VolumeType.of(scene.one("gp4", "GP3", "ssd")))
                  .build())))
          .put(
              "requested-device.without-launch-members",
              inImage(scene -> ebs(scene.one(
                  volume(scene).encrypted(true).kmsKeyId(KEY).build(),
                  volume(scene).volumeInitializationRate(SLOWEST).build()))))
          .put(
              "requested-device.encryption-from-snapshot",
              inImage(scene -> ebs(EbsBlockDevice.builder()
                  .snapshotId(scene.snapshot().snapshotId())
                  .encrypted(scene.one(false, true))
                  .build())))
          .put(
              "requested-device.key-needs-encrypted",
              inLaunch(scene -> volume(scene).kmsKeyId(KEY).build()))
          .put(
              "requested-device.rate-range",
              inLaunch(scene -> EbsBlockDevice.builder()
                  .snapshotId(scene.snapshot().snapshotId())
                  .volumeInitializationRate(
                      scene.one(SLOWEST - scene.between(1, 9), FASTEST + scene.between(1, 9)))
                  .build()))
          .put(
              "requested-device.rate-needs-snapshot",
              inLaunch(scene -> volume(scene)
                  .volumeInitializationRate(scene.between(SLOWEST, FASTEST))
                  .build()))
          .buildOrThrow();

  private DeviceRequestBreakers() {}

  /** A device name that no request may give. */
  static String malformedName(Scene scene) {
    return scene.one("/dev/nvme0n1", "/dev/sdabc", "sda16", "/dev/sd", "root");
  }

  private static ImmutableList<BlockDeviceMapping> misnamed(Scene scene) {
    return ImmutableList.of(
        BlockDeviceMapping.ebs(malformedName(scene), volume(scene).build()));
  }

  private static ImmutableList<BlockDeviceMapping> tooMany(Scene scene) {
    return IntStream.range(0, MOST + scene.between(1, 3))
        .mapToObj(i -> BlockDeviceMapping.virtual("/dev/sd" + i, "ephemeral0"))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<BlockDeviceMapping> sameVirtualNames(Scene scene) {
    String name = "ephemeral" + scene.between(0, 23);
    return ImmutableList.of(
        BlockDeviceMapping.virtual("/dev/sdp", name), BlockDeviceMapping.virtual("/dev/sdq", name));
  }

  private static EbsBlockDevice.Builder volume(Scene scene) {
    return EbsBlockDevice.blank(VolumeType.GP3, scene.between(1, 16)).toBuilder();
  }

  private static ImmutableList<BlockDeviceMapping> ebs(EbsBlockDevice volume) {
    return ImmutableList.of(BlockDeviceMapping.ebs("/dev/sdp", volume));
  }

  private static Arbitrary<Request<?>> inAny(
      Function<Scene, ImmutableList<BlockDeviceMapping>> devices) {
    return requests(scene -> scene.draw.oneIn(3)
        ? launch(scene, devices.apply(scene))
        : image(scene, devices.apply(scene)));
  }

  private static Arbitrary<Request<?>> inImage(
      Function<Scene, ImmutableList<BlockDeviceMapping>> devices) {
    return requests(scene -> image(scene, devices.apply(scene)));
  }

  private static Arbitrary<Request<?>> inLaunch(Function<Scene, EbsBlockDevice> volume) {
    return requests(scene -> {
      EbsBlockDevice asked = volume.apply(scene);
      return scene.draw.oneIn(2) ? new CreateVolume(asked) : launch(scene, ebs(asked));
    });
  }

  private static Operation<?> image(Scene scene, List<BlockDeviceMapping> devices) {
    if (scene.draw.oneIn(2)) {
      return CreateImage.builder()
          .instanceId(scene.instance(scene.image()).instanceId())
          .name(scene.name())
          .blockDeviceMappings(devices)
          .build();
    }
    RegisterImage.Builder image = RegisterImageRequestBreakers.ofSnapshots(scene);
    devices.forEach(image::addBlockDeviceMapping);
    return image.build();
  }

  private static Operation<?> launch(Scene scene, List<BlockDeviceMapping> devices) {
    return RunInstances.builder()
        .imageId(scene.image().imageId())
        .instanceType("m7i.large")
        .blockDeviceMappings(devices)
        .build();
  }
}
