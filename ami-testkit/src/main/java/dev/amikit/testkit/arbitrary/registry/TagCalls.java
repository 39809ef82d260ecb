package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.filter.Filter;
import dev.amikit.id.ResourceId;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import dev.amikit.usage.ImageUsageReport;
import java.util.function.Function;

/** The operations on tags. */
final class TagCalls {
  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(CreateTags.class, drawn(TagCalls::create, ImageCalls::register))
          .put(DeleteTags.class, drawn(TagCalls::delete, ImageCalls::register, TagCalls::create))
          .put(
              DescribeTags.class, drawn(TagCalls::describe, ImageCalls::register, TagCalls::create))
          .buildOrThrow();

  private TagCalls() {}

  static Deed.Call create(Scene scene) {
    return on(
        scene,
        scene.draw().below(7),
        id -> new CreateTags(ids(id), Tags.of(scene.draw().tag())));
  }

  static Deed.Call createOnImage(Scene scene) {
    return on(scene, 0, id -> new CreateTags(ids(id), Tags.of("team", "c")));
  }

  static Deed.Call createOnInstance(Scene scene) {
    return on(scene, 4, id -> new CreateTags(ids(id), Tags.of("team", "c")));
  }

  static Deed.Call createOnVolume(Scene scene) {
    return on(scene, 5, id -> new CreateTags(ids(id), Tags.of("team", "c")));
  }

  static Deed.Call createOnReport(Scene scene) {
    return on(scene, 6, id -> new CreateTags(ids(id), Tags.of("team", "c")));
  }

  static Deed.Call createOnSnapshot(Scene scene) {
    return on(scene, 3, id -> new CreateTags(ids(id), Tags.of("team", "c")));
  }

  private static Deed.Call delete(Scene scene) {
    return on(
        scene,
        scene.draw().below(7),
        id -> new DeleteTags(
            ids(id),
            ImmutableList.of(
                scene.draw().oneIn(2) ? TagToDelete.of("env") : TagToDelete.of("env", "a"))));
  }

  private static ImmutableList<String> ids(ResourceId id) {
    return ImmutableList.of(id.value());
  }

  private static Deed.Call on(
      Scene scene, int which, Function<ResourceId, Operation<?>> operation) {
    switch (which) {
      case 6 -> {
        Found<ImageUsageReport> report = scene.usageReport();
        return report.calls(
            operation.apply(report.get(ImageUsageReport::reportId, UsageCalls.NO_REPORT)));
      }
      case 5 -> {
        Found<Volume> volume = scene.volume((here, it) -> true);
        return volume.calls(operation.apply(volume.get(Volume::volumeId, InstanceCalls.NO_VOLUME)));
      }
      case 4 -> {
        Found<Instance> instance = scene.instance(it -> true);
        return instance.calls(
            operation.apply(instance.get(Instance::instanceId, InstanceCalls.NO_INSTANCE)));
      }
      case 3 -> {
        Found<Snapshot> snapshot = scene.snapshot(Scene::isUsable);
        return SnapshotCalls.on(snapshot, operation::apply);
      }
      default -> {
        Found<Ami> image = scene.image(Scene::isLive);
        return ImageCalls.on(image, operation::apply);
      }
    }
  }

  private static Deed.Call describe(Scene scene) {
    Found<Ami> found = scene.image(ami -> !ami.tags().isEmpty());
    return found.calls(new DescribeTags(
        scene.filters(
            Filter.of("resource-type", "image", "snapshot"),
            Filter.of("key", "env"),
            Filter.of("value", "a*"),
            Filter.of(
                "resource-id", found.get(Ami::imageId, ImageCalls.NO_IMAGE).value())),
        scene.page()));
  }
}
