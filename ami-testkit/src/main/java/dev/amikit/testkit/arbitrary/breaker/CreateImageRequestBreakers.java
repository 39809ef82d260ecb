package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.InstanceId;
import dev.amikit.image.Ami;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.testkit.arbitrary.registry.Request;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of CreateImage. */
final class CreateImageRequestBreakers {
  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put(
              "create-image.ebs-root",
              requests(scene -> creation(
                      scene, scene.instance(scene.imageOnInstanceStore(image -> image)))
                  .build()))
          .put("create-image.instance-state", requests(CreateImageRequestBreakers::ofUnfit))
          .put("create-image.root-attached", requests(CreateImageRequestBreakers::withoutRoot))
          .put("create-image.root-stays", requests(CreateImageRequestBreakers::withAnotherRoot))
          .put(
              "create-image.volume-as-it-is",
              requests(CreateImageRequestBreakers::withOtherVolumes))
          .put(
              "create-image.room-for-volume",
              requests(CreateImageRequestBreakers::withSmallerVolume))
          .buildOrThrow();

  private CreateImageRequestBreakers() {}

  /** A request that would be carried out, if the instance is one that images are made of. */
  private static CreateImage.Builder creation(Scene scene, Instance instance) {
    return CreateImage.builder().instanceId(instance.instanceId()).name(scene.name());
  }

  private static Operation<?> ofUnfit(Scene scene) {
    Instance instance = scene.instance(scene.image());
    if (scene.draw.oneIn(2)) {
      Instance pending = instance.toBuilder()
          .instanceId(InstanceId.of("i-" + scene.digits()))
          .state(InstanceState.PENDING)
          .build();
      scene.aws.aws().happen(new InstanceEvent.InstanceLaunched(scene.here, pending));
      return creation(scene, pending).build();
    }
    scene.ec2().terminateInstances(instance.instanceId());
    return creation(scene, instance).build();
  }

  private static Operation<?> withoutRoot(Scene scene) {
    Instance instance = scene.instance(scene.image());
    scene.ec2().stopInstances(instance.instanceId());
    scene.ec2().detachVolume(attached(instance, root(instance)).volumeId());
    return creation(scene, instance).build();
  }

  private static Operation<?> withAnotherRoot(Scene scene) {
    Instance instance = scene.instance(scene.image());
    return creation(scene, instance)
        .addBlockDeviceMapping(
            scene.one(suppressed(root(instance)), onInstanceStore(root(instance))))
        .build();
  }

  private static Operation<?> withOtherVolumes(Scene scene) {
    Ami image = scene.image();
    Instance instance = scene.instance(image);
    DeviceName device = scene.draw.one(image.blockDeviceMappings()).deviceName();
    EbsBlockDevice encrypted = EbsBlockDevice.builder().encrypted(true).build();
    BlockDeviceMapping changed = scene.one(
        BlockDeviceMapping.ebs(device, encrypted),
        BlockDeviceMapping.ebs(
            device, EbsBlockDevice.ofSnapshot(scene.snapshot().snapshotId())),
        device.equals(root(instance))
            ? BlockDeviceMapping.ebs(device, encrypted)
            : onInstanceStore(device));
    return creation(scene, instance).addBlockDeviceMapping(changed).build();
  }

  private static Operation<?> withSmallerVolume(Scene scene) {
    int size = scene.between(2, 16);
    Ami image = scene.image(scene.me, snapshot -> snapshot.volumeSize(size), ami -> ami);
    return creation(scene, scene.instance(image))
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            scene.draw.one(image.blockDeviceMappings()).deviceName(),
            EbsBlockDevice.builder()
                .volumeSize(size - scene.between(1, size - 1))
                .build()))
        .build();
  }

  private static DeviceName root(Instance instance) {
    return instance.image().rootDeviceName().orElseThrow();
  }

  private static Instance.Attachment attached(Instance instance, DeviceName device) {
    return requireNonNull(instance.volumes().get(device));
  }

  private static BlockDeviceMapping suppressed(DeviceName device) {
    return BlockDeviceMapping.builder().deviceName(device).noDevice("").build();
  }

  private static BlockDeviceMapping onInstanceStore(DeviceName device) {
    return BlockDeviceMapping.virtual(device, "ephemeral0");
  }
}
