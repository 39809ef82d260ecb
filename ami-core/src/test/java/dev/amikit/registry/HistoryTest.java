package dev.amikit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.History.Call;
import dev.amikit.registry.History.Kind;
import dev.amikit.registry.History.Mix;
import dev.amikit.registry.History.Step;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.ImageStateChange;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is true of a registry over long random histories. */
class HistoryTest {
  private static final int TRIES = 12;
  private static final ImmutableList<Kind> CHANGES = ImmutableList.of(
      Kind.DEREGISTER,
      Kind.DISABLE,
      Kind.ENABLE,
      Kind.DEPRECATE,
      Kind.PROTECT,
      Kind.SHARE,
      Kind.PUBLISH,
      Kind.ATTRIBUTE,
      Kind.TAG,
      Kind.WATERMARK);

  @Property(tries = TRIES)
  void a_refused_operation_leaves_not_a_trace(@ForAll Mix mix, @ForAll long seed) {
    for (Step step : History.of(mix, seed).steps) {
      if (step.refusal().isPresent()) {
        assertThat(step.after()).as("%s", step.call()).isEqualTo(step.before());
      }
    }
  }

  @Property(tries = TRIES)
  void events_replayed_from_the_beginning_give_an_equal_state(@ForAll Mix mix, @ForAll long seed) {
    History history = History.of(mix, seed);
    PartitionState replayed = PartitionState.empty().after(history.events);
    assertThat(replayed).isEqualTo(history.last());
    assertLookUps(replayed);
  }

  @Property(tries = TRIES)
  void look_ups_find_what_a_scan_finds(@ForAll Mix mix, @ForAll long seed) {
    History.of(mix, seed).steps.forEach(step -> assertLookUps(step.after()));
  }

  @Property(tries = TRIES)
  void queries_through_the_index_answer_as_a_scan(@ForAll Mix mix, @ForAll long seed) {
    History history = History.of(mix, seed);
    for (int i = 0; i < history.steps.size(); i += 20) {
      Step step = history.steps.get(i);
      for (Region region : History.REGIONS) {
        for (AccountId account : History.ACCOUNTS) {
          Viewer viewer = step.after().viewer(region, account, step.now());
          for (ImageQuery query : queries()) {
            assertThat(query.result(step.after().imageSource(region), viewer).all())
                .as("%s for %s", query, account)
                .isEqualTo(query
                    .result(PlainScan.ofImages(step.after(), region), viewer)
                    .all());
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  void every_stored_value_keeps_its_rules(@ForAll Mix mix, @ForAll long seed) {
    for (Step step : History.of(mix, seed).steps) {
      for (Region region : History.REGIONS) {
        step.after()
            .images(region)
            .filter(ami -> step.before().image(region, ami.imageId()).orElse(null) != ami)
            .forEach(ami -> assertThat(ami.toBuilder().build()).isEqualTo(ami));
        step.after()
            .snapshots(region)
            .map(Function.identity())
            .forEach(snapshot -> assertThat(snapshot.toBuilder().build()).isEqualTo(snapshot));
      }
    }
  }

  @Property(tries = TRIES)
  void a_call_on_an_image_leaves_all_other_images_alone(@ForAll Mix mix, @ForAll long seed) {
    for (Step step : History.of(mix, seed).steps) {
      if (step.call().flatMap(Call::imageId).isPresent()) {
        assertOthersUntouched(step);
      }
    }
  }

  private static void assertOthersUntouched(Step step) {
    Set<SnapshotId> touched = step.before()
        .image(step.region(), step.imageId())
        .map(ami -> snapshots(step.before(), step.region(), ami))
        .orElse(ImmutableSet.of());
    for (Region region : History.REGIONS) {
      assertThat(step.after().images(region).count())
          .isEqualTo(step.before().images(region).count());
      for (Ami other : History.images(step.before(), region)) {
        if (!other.imageId().equals(step.imageId())) {
          assertThat(step.after().image(region, other.imageId()))
              .as("%s", step.call())
              .contains(other);
          for (SnapshotId id : Sets.difference(other.snapshotIds(), touched)) {
            assertThat(step.after().snapshot(region, id))
                .as("%s", step.call())
                .isEqualTo(step.before().snapshot(region, id));
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  void a_copy_shares_no_snapshot_with_its_source(@ForAll Mix mix, @ForAll long seed) {
    for (Step step : History.of(mix, seed).steps) {
      if (step.happened(CopyImage.class)) {
        CopyImage request = (CopyImage) step.call().orElseThrow().operation();
        Ami source =
            step.before().image(request.sourceRegion(), request.sourceImageId()).orElseThrow();
        Ami copy = step.after().image(step.region(), step.made()).orElseThrow();
        assertThat(snapshots(step.after(), step.region(), copy))
            .hasSameSizeAs(source.snapshotIds())
            .noneMatch(source.snapshotIds()::contains)
            .noneMatch(id -> step.before().snapshot(step.region(), id).isPresent());
      }
    }
  }

  @Property(tries = TRIES)
  void a_state_that_was_kept_answers_as_it_did_and_goes_on_as_it_did(
      @ForAll Mix mix, @ForAll long seed) {
    History history = History.of(mix, seed);
    Step middle = history.steps.get(History.LENGTH / 2);
    InMemoryAmiRegistry registry = history.fork(middle.after(), middle.now());
    List<Object> answers = answers(registry);

    List<Object> first = goOn(registry, history);
    PartitionState end = registry.state();
    registry.restore(middle.after());

    assertThat(registry.state()).isEqualTo(middle.after());
    assertThat(answers(registry)).isEqualTo(answers);
    assertThat(goOn(registry, history)).isEqualTo(first);
    assertThat(registry.state()).isEqualTo(end);
  }

  private static List<Object> goOn(InMemoryAmiRegistry registry, History history) {
    return history.steps.subList(History.LENGTH / 2, History.LENGTH).stream()
        .flatMap(step -> step.call().stream())
        .map(call -> outcome(registry, call))
        .toList();
  }

  private static List<Object> answers(InMemoryAmiRegistry registry) {
    List<Object> answers = new ArrayList<>();
    ImageQuery all =
        ImageQuery.builder().includeDeprecated(true).includeDisabled(true).build();
    for (AccountId account : History.ACCOUNTS) {
      for (Region region : History.REGIONS) {
        Ec2 there = registry.account(account).in(region);
        answers.add(there.describeImages(all).items());
        answers.add(there.listImagesInRecycleBin());
        answers.add(there.listSnapshotsInRecycleBin());
        answers.add(there.getImageBlockPublicAccessState());
      }
    }
    return answers;
  }

  @Property(tries = TRIES)
  void calls_on_unrelated_images_come_to_the_same_in_either_order(
      @ForAll Mix mix, @ForAll long seed) {
    History history = History.of(mix, seed);
    PartitionState state = history.last();
    Random random = new Random(seed);
    for (Region region : History.REGIONS) {
      List<Ami> images = History.images(state, region);
      for (int i = 0; i < 40 && images.size() > 1; i++) {
        Ami one = images.get(random.nextInt(images.size()));
        Ami other = images.get(random.nextInt(images.size()));
        if (areUnrelated(state, region, one, other)) {
          assertCommute(
              history, call(history, random, region, one), call(history, random, region, other));
        }
      }
    }
  }

  private static boolean areUnrelated(PartitionState state, Region region, Ami one, Ami other) {
    return !one.imageId().equals(other.imageId())
        && Sets.intersection(snapshots(state, region, one), snapshots(state, region, other))
            .isEmpty();
  }

  private static Call call(History history, Random random, Region region, Ami ami) {
    Kind kind = CHANGES.get(random.nextInt(CHANGES.size()));
    return new Call(
        ami.ownerId(),
        region,
        history.change(kind, ami.imageId(), ami.ownerId()),
        Optional.of(ami.imageId()));
  }

  private static void assertCommute(History history, Call one, Call other) {
    InMemoryAmiRegistry forth = history.fork(history.last(), history.now());
    InMemoryAmiRegistry back = history.fork(history.last(), history.now());
    Object oneFirst = outcome(forth, one);
    Object otherSecond = outcome(forth, other);
    Object otherFirst = outcome(back, other);
    Object oneSecond = outcome(back, one);
    assertThat(oneFirst).as("%s, %s", one, other).isEqualTo(oneSecond);
    assertThat(otherFirst).as("%s, %s", one, other).isEqualTo(otherSecond);
    assertThat(forth.state().equals(back.state())).as("%s, %s", one, other).isTrue();
  }

  private static Object outcome(InMemoryAmiRegistry registry, Call call) {
    try {
      return History.perform(registry, call);
    } catch (RefusedException e) {
      return e.errorCode();
    }
  }

  @Property(tries = TRIES)
  @Rules("LIFE-18")
  void every_change_of_state_is_announced_once_and_nothing_else(
      @ForAll Mix mix, @ForAll long seed) {
    PartitionState state = PartitionState.empty();
    for (RegistryEvent event : History.of(mix, seed).events) {
      PartitionState next = state.after(event);
      assertThat(ImageStateChange.of(event).stream().toList())
          .as("%s", event)
          .isEqualTo(announced(state, next));
      state = next;
    }
  }

  private static List<ImageStateChange> announced(PartitionState before, PartitionState after) {
    List<ImageStateChange> announced = new ArrayList<>();
    for (Region region : History.REGIONS) {
      after
          .images(region)
          .forEach(ami -> before
              .image(region, ami.imageId())
              .flatMap(was -> announced(AmiStage.of(was), AmiStage.of(ami)))
              .ifPresent(
                  state -> announced.add(new ImageStateChange(region, ami.imageId(), state))));
    }
    return announced;
  }

  private static Optional<AmiState> announced(AmiStage before, AmiStage after) {
    if (before == after || before == AmiStage.IN_RECYCLE_BIN) {
      return Optional.empty();
    }
    return Optional.of(
        after == AmiStage.IN_RECYCLE_BIN ? AmiState.DEREGISTERED : AmiState.valueOf(after.name()));
  }

  private static ImmutableSet<SnapshotId> snapshots(PartitionState state, Region region, Ami ami) {
    ImmutableSet.Builder<SnapshotId> ids = ImmutableSet.builder();
    ids.addAll(ami.snapshotIds());
    state
        .in(region)
        .agenda()
        .task(ami.imageId(), ImageCreation.class)
        .ifPresent(creation -> ids.addAll(creation.snapshots().values()));
    return ids.build();
  }

  private static ImmutableList<ImageQuery> queries() {
    return ImmutableList.of(
        ImageQuery.builder().includeDeprecated(true).includeDisabled(true).build(),
        ImageQuery.builder().owners("self").build(),
        ImageQuery.builder().filter(Filter.of("name", "golden")).build(),
        ImageQuery.builder().filter(Filter.of("name", "golden-1*")).build(),
        ImageQuery.builder().filter(Filter.of("tag:env", "a")).build(),
        ImageQuery.builder().executableUsers("self").build());
  }

  private static void assertLookUps(PartitionState state) {
    for (Region region : History.REGIONS) {
      RegionState here = state.in(region);
      assertImagesAreFound(here);
      assertSnapshotsAreFound(here);
      assertWhatIsDueIsKnown(here);
      assertCounts(here);
    }
  }

  private static void assertImagesAreFound(RegionState here) {
    List<Ami> images = here.images().all().toList();
    Set<AmiStage> holders =
        Set.of(AmiStage.PENDING, AmiStage.AVAILABLE, AmiStage.DISABLED, AmiStage.FAILED);
    for (Ami ami : images) {
      if (ami.name().isPresent()) {
        assertThat(here.images().nameHolders(ami.ownerId(), ami.name().get()))
            .containsExactlyInAnyOrderElementsOf(images.stream()
                .filter(other -> holders.contains(AmiStage.of(other)))
                .filter(other -> other.ownerId().equals(ami.ownerId()))
                .filter(other -> other.name().equals(ami.name()))
                .map(Ami::imageId)
                .toList());
      }
    }
    for (AccountId account : History.ACCOUNTS) {
      assertThat(here.images().binned(account))
          .containsExactlyElementsOf(images.stream()
              .filter(ami -> ami.isInRecycleBin() && ami.ownerId().equals(account))
              .sorted(Comparator.comparing(Ami::imageId))
              .toList());
    }
  }

  private static void assertSnapshotsAreFound(RegionState here) {
    Map<SnapshotId, ImageId> madeFor = new HashMap<>();
    here.agenda().tasks().forEach(task -> {
      if (task instanceof ImageCreation creation) {
        creation.snapshots().values().forEach(id -> madeFor.put(id, creation.imageId()));
      }
    });
    here.snapshots().all().map(stored -> stored.snapshotId()).forEach(id -> {
      assertThat(here.images().all())
          .allSatisfy(ami -> assertThat(here.images().using(id, ami::equals).isPresent())
              .isEqualTo(ami.snapshotIds().contains(id) && ami.state() != AmiState.DEREGISTERED));
      assertThat(here.agenda().madeFor(id)).isEqualTo(Optional.ofNullable(madeFor.get(id)));
    });
  }

  private static void assertWhatIsDueIsKnown(RegionState here) {
    Map<ResourceId, Instant> due = new HashMap<>();
    here.agenda()
        .tasks()
        .forEach(task -> task.due().ifPresent(time -> due.put(task.resourceId(), time)));
    here.images()
        .all()
        .forEach(
            ami -> ami.recycleBinStay().ifPresent(stay -> due.put(ami.imageId(), stay.exitTime())));
    here.snapshots()
        .all()
        .forEach(stored -> stored
            .recycleBinStay()
            .map(SnapshotRecycleBinStay::exitTime)
            .or(() -> stored.restoreExpiryTime())
            .ifPresent(time -> due.putIfAbsent(stored.snapshotId(), time)));
    assertThat(here.agenda().due(Instant.MAX).distinct())
        .containsExactlyInAnyOrderElementsOf(due.keySet());
    assertThat(here.agenda().due(Instant.MIN)).isEmpty();
  }

  private static void assertCounts(RegionState here) {
    for (AccountId account : History.ACCOUNTS) {
      List<Ami> counted = here.images()
          .all()
          .filter(ami -> ami.ownerId().equals(account))
          .filter(ami -> ami.isInRecycleBin()
              || ami.state() != AmiState.FAILED && ami.state() != AmiState.DEREGISTERED)
          .toList();
      assertThat(here.images().count(account)).isEqualTo(counted.size());
      assertThat(here.images().publicCount(account))
          .isEqualTo(counted.stream()
              .filter(ami -> ami.isPublic()
                  || ami.recycleBinStay()
                      .filter(stay ->
                          stay.suspendedLaunchPermissions().contains(LaunchPermission.everyone()))
                      .isPresent())
              .count());
      for (Task.Kind kind : Task.Kind.values()) {
        assertThat(here.agenda().count(account, kind))
            .isEqualTo(here.agenda()
                .tasks()
                .filter(task -> task.ownerId().equals(account) && task.kind() == kind)
                .count());
      }
    }
  }
}
