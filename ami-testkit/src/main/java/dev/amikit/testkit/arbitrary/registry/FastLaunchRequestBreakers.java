package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.Scene.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.FastLaunchId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisabled;
import dev.amikit.lifecycle.fastlaunch.FastLaunchDisablingFailed;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.fastlaunch.DisableFastLaunch;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.FastLaunchInRegion;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/**
 * Requests that rules of fast launch do not let pass. The rules of what AWS does for it are broken
 * by commands of its life cycle.
 */
final class FastLaunchRequestBreakers {
  private static final int MOST_TARGET = 10_000;
  private static final int LEAST_PARALLEL = 6;
  private static final int LARGEST_PAGE = 200;
  private static final Optional<String> ABSENT = Optional.empty();
  private static final Optional<String> ID = Optional.of("lt-0abcdef1234567890");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("enable-fast-launch.resource-type", enabled(scene -> windows(scene)
              .resourceType(FastLaunchResourceType.of(scene.one("image", "Snapshot", "volume")))))
          .put("enable-fast-launch.target", enabled(scene -> windows(scene)
              .targetResourceCount(
                  scene.maybe() ? scene.beyond(MOST_TARGET) : scene.shortOf(1))))
          .put("enable-fast-launch.parallel", enabled(scene -> windows(scene)
              .maxParallelLaunches(scene.shortOf(LEAST_PARALLEL))))
          .put("enable-fast-launch.parallel-quota", enabled(FastLaunchRequestBreakers::beyondQuota))
          .put("enable-fast-launch.one-template", enabled(scene -> windows(scene)
              .launchTemplate(
                  new LaunchTemplateSpecification(ID, name(scene), version(scene)))))
          .put("enable-fast-launch.template-named", enabled(scene -> windows(scene)
              .launchTemplate(new LaunchTemplateSpecification(ABSENT, ABSENT, version(scene)))))
          .put("enable-fast-launch.template-version", enabled(scene -> windows(scene)
              .launchTemplate(
                  scene.maybe()
                      ? new LaunchTemplateSpecification(ID, ABSENT, ABSENT)
                      : new LaunchTemplateSpecification(ABSENT, name(scene), ABSENT))))
          .put("enable-fast-launch.windows", enabled(scene -> of(scene.put(
              scene.maybe() ? scene.anImage() : scene.anInstanceStoreImage()))))
          .put("enable-fast-launch.stage", requests(scene -> {
            Ami image = windowsImage(scene);
            disable(scene, image);
            if (scene.maybe()) {
              happens(scene, image, new FastLaunchDisablingFailed("stuck", scene.now));
            }
            return scene.asks(of(image).build());
          }))
          .put("enable-fast-launch.clean", requests(FastLaunchRequestBreakers::notClean))
          .put("disable-fast-launch.stage", requests(scene -> {
            Ami image = windowsImage(scene);
            disable(scene, image);
            return scene.asks(new DisableFastLaunch(image.imageId(), scene.maybe()));
          }))
          .put("fast-launch.present", requests(scene -> scene.asks(new DisableFastLaunch(
              (scene.maybe() ? windowsImage(scene) : scene.image()).imageId(), scene.maybe()))))
          .put("describe-fast-launch-images.max-results", requests(scene -> scene.asks(
              new DescribeFastLaunchImages(
                  ImmutableSet.of(),
                  ImmutableList.of(),
                  PageRequest.of(
                      scene.maybe() ? scene.beyond(LARGEST_PAGE) : scene.shortOf(0))))))
          .buildOrThrow();

  private FastLaunchRequestBreakers() {}

  private static Arbitrary<Request<?>> enabled(Function<Scene, EnableFastLaunch.Builder> request) {
    return requests(scene -> scene.asks(request.apply(scene).build()));
  }

  private static Ami windowsImage(Scene scene) {
    return scene.put(scene.anImage().windows());
  }

  private static EnableFastLaunch.Builder of(Ami image) {
    return EnableFastLaunch.builder().imageId(image.imageId());
  }

  private static EnableFastLaunch.Builder windows(Scene scene) {
    return of(windowsImage(scene));
  }

  private static Optional<String> name(Scene scene) {
    return Optional.of(scene.name());
  }

  private static Optional<String> version(Scene scene) {
    return Optional.of(scene.one("$Latest", "$Default", "1"));
  }

  private static EnableFastLaunch.Builder beyondQuota(Scene scene) {
    int parallel = LEAST_PARALLEL + scene.below(5);
    int others = 0;
    for (int i = scene.below(3); i > 0; i--) {
      int more = LEAST_PARALLEL + scene.below(5);
      scene.done(windows(scene).maxParallelLaunches(more).build());
      others += more;
    }
    int quota = scene.shortOf(others + parallel);
    scene.quotas(quotas -> quotas.fastLaunchesInParallel(quota));
    return windows(scene).maxParallelLaunches(parallel);
  }

  private static void disable(Scene scene, Ami image) {
    scene.done(of(image).build());
    scene.done(new DisableFastLaunch(image.imageId()));
  }

  private static FastLaunchId id(Scene scene, Ami image) {
    return new FastLaunchId(scene.owner, image.imageId());
  }

  private static void happens(Scene scene, Ami image, Event<Optional<FastLaunch>> event) {
    scene.happens(
        new FastLaunchInRegion.FastLaunchChanged(scene.region, id(scene, image), event));
  }

  /** Fast launch of an image that was disabled by force, so that snapshots are left. */
  private static Request<?> notClean(Scene scene) {
    Ami image = windowsImage(scene);
    scene.done(of(image).build());
    for (int i = scene.between(1, 2); i > 0; i--) {
      Snapshot left = scene.snapshot();
      scene.happens(new FastLaunchInRegion.FastLaunchSnapshotProvisioned(
          scene.region, id(scene, image), left.snapshotId()));
    }
    scene.done(new DisableFastLaunch(image.imageId(), true));
    scene.happens(new RegistryEvent.TaskEnded(scene.region, id(scene, image)));
    happens(scene, image, new FastLaunchDisabled());
    return scene.asks(of(image).build());
  }
}
