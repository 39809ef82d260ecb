package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.DeleteRule;
import dev.amikit.registry.recyclebin.GetRule;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import dev.amikit.testkit.registry.Draw;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The operations of the Recycle Bin. */
final class RecycleBinCalls {
  private static final String NO_RULE = "noSuchRule0";

  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(CreateRule.class, drawn(RecycleBinCalls::create))
          .put(UpdateRule.class, drawn(RecycleBinCalls::update, RecycleBinCalls::create))
          .put(DeleteRule.class, drawn(RecycleBinCalls::delete, RecycleBinCalls::create))
          .put(LockRule.class, drawn(RecycleBinCalls::lock, RecycleBinCalls::createForImages))
          .put(
              UnlockRule.class,
              drawn(
                  RecycleBinCalls::unlock, RecycleBinCalls::createForImages, RecycleBinCalls::lock))
          .put(
              GetRule.class,
              drawn(scene -> on(scene, rule -> true, GetRule::new), RecycleBinCalls::create))
          .put(ListRules.class, drawn(RecycleBinCalls::list, RecycleBinCalls::create))
          .put(
              ListImagesInRecycleBin.class,
              drawn(
                  RecycleBinCalls::listImages,
                  ImageCalls::register,
                  RecycleBinCalls::createForImages,
                  ImageCalls::bin))
          .put(
              RestoreImageFromRecycleBin.class,
              drawn(
                  scene -> ImageCalls.on(
                      scene.image(Ami::isInRecycleBin), RestoreImageFromRecycleBin::new),
                  ImageCalls::register,
                  RecycleBinCalls::createForImages,
                  ImageCalls::bin))
          .put(
              ListSnapshotsInRecycleBin.class,
              drawn(
                  RecycleBinCalls::listSnapshots,
                  RecycleBinCalls::createForSnapshots,
                  SnapshotCalls::bin))
          .put(
              RestoreSnapshotFromRecycleBin.class,
              drawn(
                  scene -> SnapshotCalls.on(
                      scene.snapshot(Snapshot::isInRecycleBin), RestoreSnapshotFromRecycleBin::new),
                  RecycleBinCalls::createForSnapshots,
                  SnapshotCalls::bin))
          .buildOrThrow();

  private RecycleBinCalls() {}

  static Deed.Call create(Scene scene) {
    Draw draw = scene.draw();
    ResourceType type = draw.oneIn(2) ? ResourceType.EBS_SNAPSHOT : ResourceType.EC2_IMAGE;
    CreateRule.Builder request =
        CreateRule.builder().resourceType(type).retentionPeriodDays(days(draw));
    boolean isLocked = draw.oneIn(6);
    boolean hasTag = draw.oneIn(isLocked ? 6 : 3);
    boolean hasDescription = draw.oneIn(3);
    if (hasTag) {
      request.addResourceTag(ResourceTag.of("env", "a"));
    }
    if (isLocked) {
      request.unlockDelayDays(7 + draw.below(24));
    }
    if (hasDescription) {
      request.description(scene.text());
    }
    if (draw.oneIn(12)) {
      request.resourceType(ResourceType.EBS_VOLUME);
    }
    return scene.someone().calls(request.build());
  }

  private static int days(Draw draw) {
    return 1 + draw.below(60);
  }

  /** A rule by which an image that there is would be kept. */
  static Deed.Call createForImages(Scene scene) {
    return scene
        .image(Scene::isLive)
        .calls(CreateRule.ofRegion(ResourceType.EC2_IMAGE, days(scene.draw())));
  }

  /** A rule by which a snapshot that there is would be kept. */
  static Deed.Call createForSnapshots(Scene scene) {
    return scene
        .snapshot(Scene::isUsable)
        .calls(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, days(scene.draw())));
  }

  private static Deed.Call on(
      Scene scene, Predicate<RetentionRule> fit, Function<String, Operation<?>> operation) {
    Found<RetentionRule> found = scene.retentionRule(fit);
    return found.calls(operation.apply(found.get(RetentionRule::identifier, NO_RULE)));
  }

  private static boolean isFree(RetentionRule rule) {
    return rule.lockState() == RuleLockState.NONE || rule.lockState() == RuleLockState.UNLOCKED;
  }

  static Deed.Call update(Scene scene) {
    int days = days(scene.draw());
    boolean hasDescription = scene.draw().oneIn(3);
    return on(scene, RecycleBinCalls::isFree, identifier -> {
      UpdateRule.Builder request =
          UpdateRule.builder().identifier(identifier).retentionPeriodDays(days);
      if (hasDescription) {
        request.description(scene.text());
      }
      return request.build();
    });
  }

  static Deed.Call delete(Scene scene) {
    return on(scene, RecycleBinCalls::isFree, DeleteRule::new);
  }

  static Deed.Call lock(Scene scene) {
    int days = 7 + scene.draw().below(24);
    return on(
        scene,
        rule -> isFree(rule)
            && rule.resourceTags().isEmpty()
            && rule.resourceType() != ResourceType.EBS_VOLUME,
        identifier -> new LockRule(identifier, days));
  }

  static Deed.Call unlock(Scene scene) {
    return on(scene, rule -> rule.lockState() == RuleLockState.LOCKED, UnlockRule::new);
  }

  private static Deed.Call list(Scene scene) {
    Found<RetentionRule> found = scene.retentionRule(rule -> true);
    ResourceType type = found.get(RetentionRule::resourceType, ResourceType.EC2_IMAGE);
    boolean isByLock = scene.draw().oneIn(4);
    RuleLockState lock = scene.draw().one(List.of(RuleLockState.values()));
    return found.calls(new ListRules(
        type,
        ImmutableSet.of(),
        ImmutableSet.of(),
        isByLock ? Optional.of(lock) : Optional.empty(),
        scene.page()));
  }

  private static Deed.Call listImages(Scene scene) {
    Found<Ami> found = scene.image(Ami::isInRecycleBin);
    return found.calls(new ListImagesInRecycleBin(
        scene.id(found.get(Ami::imageId, ImageCalls.NO_IMAGE)).stream()
            .collect(ImmutableSet.toImmutableSet()),
        scene.page()));
  }

  private static Deed.Call listSnapshots(Scene scene) {
    Found<Snapshot> found = scene.snapshot(Snapshot::isInRecycleBin);
    return found.calls(new ListSnapshotsInRecycleBin(
        scene.id(found.get(Snapshot::snapshotId, SnapshotCalls.NO_SNAPSHOT)).stream()
            .collect(ImmutableSet.toImmutableSet()),
        scene.page()));
  }
}
