package dev.amikit.testkit.arbitrary.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.Volume;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.registry.ImageInvariants;
import dev.amikit.testkit.registry.Shrinking;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

class WorldTest {
  private static Stream<Ami> images(World world) {
    return World.REGIONS.stream().flatMap(world.state()::images);
  }

  @Property(tries = 600)
  void the_interesting_cases_come(@ForAll World world) {
    seen("image", images(world).findAny().isPresent(), 60);
    seen("pending", hasImage(world, AmiState.PENDING), 2);
    seen("available", hasImage(world, AmiState.AVAILABLE), 50);
    seen("disabled", hasImage(world, AmiState.DISABLED), 2);
    seen("deregistered", hasImage(world, AmiState.DEREGISTERED), 1);
    seen("failed", hasImage(world, AmiState.FAILED), 0.3);
    seen("in the Recycle Bin", images(world).anyMatch(Ami::isInRecycleBin), 0.3);
    seen("public", images(world).anyMatch(Ami::isPublic), 2);
    seen(
        "shared",
        images(world)
            .anyMatch(ami -> !ami.isPublic() && !ami.knownLaunchPermissions().isEmpty()),
        2);
    seen("Windows", images(world).anyMatch(Ami::isWindows), 0.5);
    seen(
        "in two Regions",
        images(world).map(ami -> region(world, ami)).distinct().count() > 1,
        10);
    seen("of two accounts", images(world).map(Ami::ownerId).distinct().count() > 1, 10);
    seen("instance", regions(world).anyMatch(here -> here.instances().all().count() > 0), 5);
    seen(
        "retention rule",
        regions(world)
            .anyMatch(here -> World.ACCOUNTS.stream()
                .anyMatch(it -> here.accounts().retentionRules(it).count() > 0)),
        5);
    seen("work", regions(world).anyMatch(here -> here.agenda().work().count() > 0), 5);
    seen(
        "encrypted snapshot",
        World.REGIONS.stream().flatMap(world.state()::snapshots).anyMatch(Snapshot::isEncrypted),
        2);
  }

  private static void seen(String what, boolean isThere, double percentage) {
    Statistics.label(what)
        .collect(isThere)
        .coverage((StatisticsCoverage coverage) ->
            coverage.check(true).percentage(share -> share >= percentage));
  }

  private static boolean hasImage(World world, AmiState state) {
    return images(world).anyMatch(ami -> !ami.isInRecycleBin() && ami.state() == state);
  }

  private static Stream<RegionState> regions(World world) {
    return World.REGIONS.stream().map(world.state()::in);
  }

  private static Region region(World world, Ami ami) {
    return World.REGIONS.stream()
        .filter(region -> world.state().image(region, ami.imageId()).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Property(tries = 200)
  void what_is_true_of_every_image_is_true_in_every_world(@ForAll World world) {
    for (Region region : World.REGIONS) {
      world
          .state()
          .images(region)
          .forEach(ami -> new ImageInvariants(world.state(), world.now(), region, ami).assertAll());
    }
  }

  @Property(tries = 200)
  void references_hold(@ForAll World world) {
    for (Region region : World.REGIONS) {
      RegionState here = world.state().in(region);
      here.instances().all().forEach(instance -> assertVolumes(here, instance));
      here.volumes().all().forEach(volume -> assertInstance(here, volume));
      here.agenda()
          .tasks()
          .forEach(task -> assertThat(here.agenda().task(task.subject())).contains(task));
      for (var account : World.ACCOUNTS) {
        here.fastLaunches()
            .ownedBy(account)
            .forEach(fast -> assertThat(here.images().get(fast.imageId())).isPresent());
      }
    }
  }

  private static void assertVolumes(RegionState here, Instance instance) {
    instance.volumes().forEach((device, attachment) -> {
      Volume volume = here.volumes().get(attachment.volumeId()).orElseThrow();
      assertThat(volume.instanceId()).as("%s", volume).contains(instance.instanceId());
      assertThat(volume.attachment().orElseThrow().device()).isEqualTo(device);
    });
  }

  private static void assertInstance(RegionState here, Volume volume) {
    volume
        .instanceId()
        .ifPresent(id -> assertThat(here.instances().get(id)).as("%s", volume).isPresent());
  }

  @Property(tries = 100)
  void a_world_is_what_was_recorded(@ForAll World world) {
    PartitionState replayed = PartitionState.empty()
        .after(world.recorded().stream().map(RecordedEvent::event).toList());
    assertThat(replayed.equals(world.state())).isTrue();
    assertThat(world.recorded().stream().mapToLong(RecordedEvent::sequence))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, world.recorded().size()).boxed().toList());
  }

  @Property(tries = 50)
  void a_world_that_is_opened_answers_as_it_is_and_stays_as_it_was(@ForAll World world) {
    PartitionState before = world.state();
    TestEc2 aws = world.open();
    assertThat(aws.now()).isEqualTo(world.now());
    assertThat(aws.state().equals(before)).isTrue();
    ImageQuery all = ImageQuery.builder().build();
    for (var account : World.ACCOUNTS) {
      for (Region region : World.REGIONS) {
        assertThat(aws.as(account, region).describeImages(all))
            .isEqualTo(
                new DescribeImages(all).decide(world.situation(account, region)).orThrow());
      }
    }
    aws.as(World.ACCOUNTS.get(0)).enableEbsEncryptionByDefault();
    assertThat(world.state()).isSameAs(before);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToOneImage
  void no_image_is_public(@ForAll World world) {
    assertThat(images(world)).noneMatch(Ami::isPublic);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToOneImage
  void no_request_disables_an_image(@ForAll Request<?> request) {
    assertThat(request.operation() instanceof DisableImage
            && RegistryArbitraries.isCarriedOut(request))
        .isFalse();
  }

  /** Says of a property that it must fail, and of what fails that it shrinks to one image. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @AddLifecycleHook(ShrinksToOneImage.Hook.class)
  @interface ShrinksToOneImage {
    /** Expects the failure. */
    final class Hook extends Shrinking {
      @Override
      protected void check(PropertyLifecycleContext context, Object shrunk) {
        PartitionState state = shrunk instanceof World world
            ? world.state()
            : ((Request<?>) shrunk).situation().state();
        List<Ami> left = World.REGIONS.stream().flatMap(state::images).toList();
        assertThat(left).as("%s", shrunk).hasSize(1);
        assertThat(left.get(0).ownerId()).isEqualTo(World.ACCOUNTS.get(0));
        if (shrunk instanceof World world) {
          assertThat(world.attempts()).as("%s", world).hasSize(2);
        }
      }
    }
  }
}
