package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.rootDeviceOf;
import static dev.amikit.testkit.arbitrary.breaker.Given.rootOf;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.image.Ami;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.testkit.arbitrary.registry.Request;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of CreateImage. */
final class CreateImageRequestBreakers {
  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put(
              "create-image.ebs-root",
              requests(
                  given -> creation(given, given.instance(given.put(given.anInstanceStoreImage())))
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
  private static CreateImage.Builder creation(Given given, Instance instance) {
    return CreateImage.builder().instanceId(instance.instanceId()).name(given.name());
  }

  private static Operation<?> ofUnfit(Given given) {
    return creation(
            given, given.instance(given.one(InstanceState.PENDING, InstanceState.TERMINATED)))
        .build();
  }

  private static Operation<?> withoutRoot(Given given) {
    Instance instance = given.instance();
    given.done(new StopInstances(instance.instanceId()));
    given.done(new DetachVolume(rootOf(instance)));
    return creation(given, instance).build();
  }

  private static Operation<?> withAnotherRoot(Given given) {
    Instance instance = given.instance();
    return creation(given, instance)
        .addBlockDeviceMapping(given.one(
            BlockDeviceMapping.suppressed(rootDeviceOf(instance)),
            onInstanceStore(rootDeviceOf(instance))))
        .build();
  }

  private static Operation<?> withOtherVolumes(Given given) {
    Ami image = given.image();
    Instance instance = given.instance(image);
    DeviceName device = given.one(image.blockDeviceMappings()).deviceName();
    EbsBlockDevice encrypted = EbsBlockDevice.builder().encrypted(true).build();
    BlockDeviceMapping changed = given.one(
        BlockDeviceMapping.ebs(device, encrypted),
        BlockDeviceMapping.ebs(
            device, EbsBlockDevice.ofSnapshot(given.snapshot().snapshotId())),
        device.equals(rootDeviceOf(instance))
            ? BlockDeviceMapping.ebs(device, encrypted)
            : onInstanceStore(device));
    return creation(given, instance).addBlockDeviceMapping(changed).build();
  }

  private static Operation<?> withSmallerVolume(Given given) {
    int size = given.between(2, 16);
    Ami image = given.put(given.anImage(snapshot -> snapshot.volumeSize(size)));
    return creation(given, given.instance(image))
        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
            given.one(image.blockDeviceMappings()).deviceName(),
            EbsBlockDevice.builder()
                .volumeSize(size - given.between(1, size - 1))
                .build()))
        .build();
  }

  private static BlockDeviceMapping onInstanceStore(DeviceName device) {
    return BlockDeviceMapping.virtual(device, "ephemeral0");
  }
}
