package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.filter.Filter;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.fastlaunch.DisableFastLaunch;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.operation.Operation;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import dev.amikit.testkit.registry.Draw;
import java.util.Comparator;

/** The operations on Windows images that launch fast. */
final class FastLaunchCalls {
  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(
              EnableFastLaunch.class,
              drawn(FastLaunchCalls::enable, ImageCalls::register, Happenings::windows))
          .put(
              DisableFastLaunch.class,
              drawn(
                  FastLaunchCalls::disable,
                  ImageCalls::register,
                  Happenings::windows,
                  FastLaunchCalls::enable))
          .put(
              DescribeFastLaunchImages.class,
              drawn(
                  FastLaunchCalls::describe,
                  ImageCalls::register,
                  Happenings::windows,
                  FastLaunchCalls::enable))
          .buildOrThrow();

  private FastLaunchCalls() {}

  static Deed.Call enable(Scene scene) {
    Draw draw = scene.draw();
    Found<Ami> found = scene.imageWhere((here, ami) -> Scene.isAvailable(ami)
        && ami.isWindows()
        && here.fastLaunches().of(ami.imageId()).findAny().isEmpty());
    ImageId id = found.get(Ami::imageId, ImageCalls.NO_IMAGE);
    EnableFastLaunch.Builder request = EnableFastLaunch.builder().imageId(id);
    if (draw.oneIn(3)) {
      request.targetResourceCount(1 + draw.below(9));
    }
    if (draw.oneIn(3)) {
      request.maxParallelLaunches(draw.oneIn(6) ? 1 : 6 + draw.below(4));
    }
    if (draw.oneIn(4)) {
      request.launchTemplate(LaunchTemplateSpecification.ofName("golden", "$Latest"));
    }
    return found.calls(request.build(), id);
  }

  private static Found<FastLaunch> fastLaunch(Scene scene) {
    return scene.ofAccounts(
        (here, account) -> here.fastLaunches().ownedBy(account),
        Comparator.comparing(FastLaunch::id),
        it -> it.state() != FastLaunchState.DISABLING);
  }

  static Deed.Call disable(Scene scene) {
    boolean isForced = scene.draw().oneIn(3);
    Found<FastLaunch> found = fastLaunch(scene);
    ImageId id = found.get(FastLaunch::imageId, ImageCalls.NO_IMAGE);
    return found.calls(new DisableFastLaunch(id, isForced), id);
  }

  private static Deed.Call describe(Scene scene) {
    Found<FastLaunch> found = fastLaunch(scene);
    return found.calls(new DescribeFastLaunchImages(
        scene.id(found.get(FastLaunch::imageId, ImageCalls.NO_IMAGE)).stream()
            .collect(ImmutableSet.toImmutableSet()),
        scene.filters(
            Filter.of("state", "enabled"), Filter.of("owner-id", found.caller().toString())),
        scene.page()));
  }
}
