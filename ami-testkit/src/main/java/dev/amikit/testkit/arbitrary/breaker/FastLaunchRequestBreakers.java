package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.testkit.arbitrary.breaker.Given.requests;

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
import dev.amikit.testkit.arbitrary.registry.Request;
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
          .put(
              "enable-fast-launch.resource-type",
              enabled(given -> windows(given)
                  .resourceType(
                      FastLaunchResourceType.of(given.one("image", "Snapshot", "volume")))))
          .put(
              "enable-fast-launch.target",
              enabled(given -> windows(given)
                  .targetResourceCount(
                      given.maybe() ? given.beyond(MOST_TARGET) : given.shortOf(1))))
          .put(
              "enable-fast-launch.parallel",
              enabled(given -> windows(given).maxParallelLaunches(given.shortOf(LEAST_PARALLEL))))
          .put("enable-fast-launch.parallel-quota", enabled(FastLaunchRequestBreakers::beyondQuota))
          .put(
              "enable-fast-launch.one-template",
              enabled(given -> windows(given)
                  .launchTemplate(
                      new LaunchTemplateSpecification(ID, name(given), version(given)))))
          .put(
              "enable-fast-launch.template-named",
              enabled(given -> windows(given)
                  .launchTemplate(new LaunchTemplateSpecification(ABSENT, ABSENT, version(given)))))
          .put(
              "enable-fast-launch.template-version",
              enabled(given -> windows(given)
                  .launchTemplate(
                      given.maybe()
                          ? new LaunchTemplateSpecification(ID, ABSENT, ABSENT)
                          : new LaunchTemplateSpecification(ABSENT, name(given), ABSENT))))
          .put(
              "enable-fast-launch.windows",
              enabled(given ->
                  of(given.put(given.maybe() ? given.anImage() : given.anInstanceStoreImage()))))
          .put("enable-fast-launch.stage", requests(given -> {
            Ami image = windowsImage(given);
            disable(given, image);
            if (given.maybe()) {
              happens(given, image, new FastLaunchDisablingFailed("stuck", given.now));
            }
            return of(image).build();
          }))
          .put("enable-fast-launch.clean", requests(FastLaunchRequestBreakers::notClean))
          .put("disable-fast-launch.stage", requests(given -> {
            Ami image = windowsImage(given);
            disable(given, image);
            return new DisableFastLaunch(image.imageId(), given.maybe());
          }))
          .put(
              "fast-launch.present",
              requests(given -> new DisableFastLaunch(
                  (given.maybe() ? windowsImage(given) : given.image()).imageId(), given.maybe())))
          .put(
              "describe-fast-launch-images.max-results",
              requests(given -> new DescribeFastLaunchImages(
                  ImmutableSet.of(),
                  ImmutableList.of(),
                  PageRequest.of(given.maybe() ? given.beyond(LARGEST_PAGE) : given.shortOf(0)))))
          .buildOrThrow();

  private FastLaunchRequestBreakers() {}

  private static Arbitrary<Request<?>> enabled(Function<Given, EnableFastLaunch.Builder> request) {
    return requests(given -> request.apply(given).build());
  }

  private static Ami windowsImage(Given given) {
    return given.put(given.anImage().windows());
  }

  private static EnableFastLaunch.Builder of(Ami image) {
    return EnableFastLaunch.builder().imageId(image.imageId());
  }

  private static EnableFastLaunch.Builder windows(Given given) {
    return of(windowsImage(given));
  }

  private static Optional<String> name(Given given) {
    return Optional.of(given.name());
  }

  private static Optional<String> version(Given given) {
    return Optional.of(given.one("$Latest", "$Default", "1"));
  }

  private static EnableFastLaunch.Builder beyondQuota(Given given) {
    int parallel = LEAST_PARALLEL + given.below(5);
    int others = 0;
    for (int i = given.below(3); i > 0; i--) {
      int more = LEAST_PARALLEL + given.below(5);
      given.done(windows(given).maxParallelLaunches(more).build());
      others += more;
    }
    int quota = others + parallel - given.between(1, LEAST_PARALLEL);
    given.quotas(quotas -> quotas.fastLaunchesInParallel(quota));
    return windows(given).maxParallelLaunches(parallel);
  }

  private static void disable(Given given, Ami image) {
    given.done(of(image).build());
    given.done(new DisableFastLaunch(image.imageId()));
  }

  private static FastLaunchId id(Given given, Ami image) {
    return new FastLaunchId(given.me, image.imageId());
  }

  private static void happens(Given given, Ami image, Event<Optional<FastLaunch>> event) {
    given.happens(new FastLaunchInRegion.FastLaunchChanged(given.here, id(given, image), event));
  }

  /** Fast launch of an image that was disabled by force, so that snapshots are left. */
  private static Operation<?> notClean(Given given) {
    Ami image = windowsImage(given);
    given.done(of(image).build());
    for (int i = given.between(1, 2); i > 0; i--) {
      Snapshot left = given.snapshot();
      given.happens(new FastLaunchInRegion.FastLaunchSnapshotProvisioned(
          given.here, id(given, image), left.snapshotId()));
    }
    given.done(new DisableFastLaunch(image.imageId(), true));
    given.happens(new RegistryEvent.TaskEnded(given.here, id(given, image)));
    happens(given, image, new FastLaunchDisabled());
    return of(image).build();
  }
}
