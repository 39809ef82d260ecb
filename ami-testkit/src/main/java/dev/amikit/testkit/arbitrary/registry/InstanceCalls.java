package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DeleteVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import dev.amikit.testkit.registry.Draw;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The operations on instances and volumes. */
final class InstanceCalls {
  static final InstanceId NO_INSTANCE = InstanceId.of("i-0123456789abcdef0");
  static final VolumeId NO_VOLUME = VolumeId.of("vol-0123456789abcdef0");

  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(RunInstances.class, drawn(InstanceCalls::run, ImageCalls::register))
          .put(
              StartInstances.class,
              drawn(
                  InstanceCalls::start,
                  ImageCalls::register,
                  InstanceCalls::run,
                  InstanceCalls::stop))
          .put(
              StopInstances.class,
              drawn(InstanceCalls::stop, ImageCalls::register, InstanceCalls::run))
          .put(
              TerminateInstances.class,
              drawn(InstanceCalls::terminate, ImageCalls::register, InstanceCalls::run))
          .put(
              DescribeInstances.class,
              drawn(InstanceCalls::describe, ImageCalls::register, InstanceCalls::run))
          .put(
              DescribeInstanceImageMetadata.class,
              drawn(InstanceCalls::describeImages, ImageCalls::register, InstanceCalls::run))
          .put(CreateVolume.class, drawn(InstanceCalls::createVolume))
          .put(DeleteVolume.class, drawn(InstanceCalls::deleteVolume))
          .put(
              AttachVolume.class,
              drawn(
                  InstanceCalls::attach,
                  ImageCalls::register,
                  InstanceCalls::run,
                  InstanceCalls::createVolume))
          .put(
              DetachVolume.class,
              drawn(
                  InstanceCalls::detach,
                  ImageCalls::register,
                  InstanceCalls::run,
                  InstanceCalls::attach))
          .put(DescribeVolumes.class, drawn(InstanceCalls::describeVolumes))
          .buildOrThrow();

  private InstanceCalls() {}

  static Deed.Call run(Scene scene) {
    Draw draw = scene.draw();
    Found<Ami> image = scene.image(Scene::isAvailable);
    RunInstances.Builder request = RunInstances.builder()
        .imageId(image.get(Ami::imageId, ImageCalls.NO_IMAGE))
        .instanceType(draw.one(List.of("m7i.large", "m7g.large", "t3.micro")))
        .tagSpecifications(scene.tagSpecifications(TagSpecification.INSTANCE));
    if (draw.oneIn(5)) {
      request.minCount(1).maxCount(1 + draw.below(3));
    }
    if (draw.oneIn(6)) {
      request.clientToken("token-" + draw.below(3));
    }
    if (draw.oneIn(4)) {
      request.httpTokensRequired(true);
    }
    return ImageCalls.on(image, id -> request.build());
  }

  private static Deed.Call on(
      Scene scene,
      Predicate<Instance> fit,
      Function<ImmutableSet<InstanceId>, Operation<?>> operation) {
    Found<Instance> found = scene.instance(fit);
    return found.calls(
        operation.apply(ImmutableSet.of(found.get(Instance::instanceId, NO_INSTANCE))));
  }

  static Deed.Call start(Scene scene) {
    return on(scene, it -> it.state() == InstanceState.STOPPED, StartInstances::new);
  }

  static Deed.Call stop(Scene scene) {
    return on(
        scene,
        it -> it.state() == InstanceState.RUNNING && it.image().hasEbsRoot(),
        StopInstances::new);
  }

  static Deed.Call terminate(Scene scene) {
    return on(scene, it -> it.state() != InstanceState.TERMINATED, TerminateInstances::new);
  }

  private static Deed.Call describe(Scene scene) {
    Found<Instance> found = scene.instance(it -> true);
    ImmutableSet<InstanceId> one = ids(scene, found.get(Instance::instanceId, NO_INSTANCE));
    return found.calls(new DescribeInstances(
        one,
        scene.filters(
            Filter.of("instance-state-name", "running", "stopped"),
            Filter.of("image-id", "ami-*"),
            Filter.of("tag:env", "a"),
            Filter.of("instance-type", "m7i.*")),
        one.isEmpty() ? scene.page() : PageRequest.first()));
  }

  private static Deed.Call describeImages(Scene scene) {
    Found<Instance> found = scene.instance(it -> true);
    return found.calls(new DescribeInstanceImageMetadata(
        ids(scene, found.get(Instance::instanceId, NO_INSTANCE)),
        scene.filters(
            Filter.of("instance-state-name", "running", "stopped"),
            Filter.of("instance-type", "m7i.*")),
        scene.page()));
  }

  private static <I> ImmutableSet<I> ids(Scene scene, I one) {
    return scene.id(one).stream().collect(ImmutableSet.toImmutableSet());
  }

  static Deed.Call createVolume(Scene scene) {
    Draw draw = scene.draw();
    boolean isEncrypted = draw.oneIn(5);
    boolean hasNoSize = draw.oneIn(15);
    EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
    if (isEncrypted) {
      volume.encrypted(true);
    }
    Found<Snapshot> snapshot = scene.snapshot(Scene::isUsable);
    if (draw.oneIn(2)) {
      volume.snapshotId(snapshot.get(Snapshot::snapshotId, SnapshotCalls.NO_SNAPSHOT));
    } else if (!hasNoSize) {
      volume.volumeSize(1 + draw.below(20)).volumeType(VolumeType.GP3);
    }
    return snapshot.calls(
        new CreateVolume(volume.build(), scene.tagSpecifications(TagSpecification.VOLUME)));
  }

  static Deed.Call deleteVolume(Scene scene) {
    Found<Volume> found = scene.volume((here, it) -> it.attachment().isEmpty());
    return found.calls(new DeleteVolume(found.get(Volume::volumeId, NO_VOLUME)));
  }

  static Deed.Call attach(Scene scene) {
    Found<Instance> instance = scene.instance(it -> it.state() == InstanceState.RUNNING);
    Found<Volume> volume = scene.volume((here, it) -> it.attachment().isEmpty()
        && here.region().equals(instance.region())
        && it.ownerId().equals(instance.get(Instance::ownerId, instance.caller())));
    return new Found<>(instance.caller(), instance.region(), volume.value())
        .calls(new AttachVolume(
            volume.get(Volume::volumeId, NO_VOLUME),
            instance.get(Instance::instanceId, NO_INSTANCE),
            ImageCalls.DATA));
  }

  static Deed.Call detach(Scene scene) {
    Found<Volume> volume = scene.volume((here, it) ->
        it.attachment().filter(at -> at.device().equals(ImageCalls.DATA)).isPresent());
    VolumeId id = volume.get(Volume::volumeId, NO_VOLUME);
    boolean isBrief = scene.draw().oneIn(3);
    InstanceId instance = volume.value().flatMap(Volume::instanceId).orElse(NO_INSTANCE);
    return volume.calls(isBrief ? new DetachVolume(id) : new DetachVolume(id, instance));
  }

  private static Deed.Call describeVolumes(Scene scene) {
    Found<Volume> found = scene.volume((here, it) -> true);
    ImmutableSet<VolumeId> one = ids(scene, found.get(Volume::volumeId, NO_VOLUME));
    return found.calls(new DescribeVolumes(
        one,
        scene.filters(
            Filter.of("status", "available"),
            Filter.of("size", "8"),
            Filter.of("encrypted", "true"),
            Filter.of("tag:env", "a")),
        one.isEmpty() ? scene.page() : PageRequest.first()));
  }
}
