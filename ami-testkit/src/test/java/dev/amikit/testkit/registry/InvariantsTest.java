package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImdsSupport;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.Instances;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Kind;
import dev.amikit.testkit.registry.History.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What is true of all images, whatever happens: looked at after every step of long histories. */
@Tag("long")
class InvariantsTest {
  private static final int TRIES = 12;
  private static final ImmutableSet<AmiState> NAMED =
      ImmutableSet.of(AmiState.PENDING, AmiState.AVAILABLE, AmiState.DISABLED);

  @Provide
  Arbitrary<Attempts> attempts() {
    return Attempts.any();
  }

  private interface Check {
    void of(Step step, Region region, Ami ami);
  }

  /** Looks at every image after every step. */
  private static void everywhere(History history, Consumer<ImageInvariants> check) {
    everywhere(
        history,
        (step, region, ami) ->
            check.accept(new ImageInvariants(step.after(), step.now(), region, ami)));
  }

  private static void everywhere(History history, Check check) {
    for (Step step : history.steps()) {
      for (Region region : History.REGIONS) {
        step.after().images(region).forEach(ami -> check.of(step, region, ami));
      }
    }
  }

  private static boolean isLive(Ami ami, AmiState... states) {
    return !ami.isInRecycleBin() && ImmutableSet.copyOf(states).contains(ami.state());
  }

  @Property(tries = TRIES)
  @Rules("INV-01")
  void what_is_disabled_or_in_the_bin_is_permitted_to_nobody(
      @ForAll("attempts") Attempts attempts) {
    everywhere(History.of(attempts), ImageInvariants::assertPermittedToNobodyUnlessThere);
  }

  @Property(tries = TRIES)
  @Rules("INV-02")
  void a_public_image_is_deprecated_within_two_years_of_its_creation(
      @ForAll("attempts") Attempts attempts) {
    everywhere(History.of(attempts), ImageInvariants::assertDeprecatedIfPublic);
  }

  @Property(tries = TRIES)
  @Rules("INV-03")
  void a_public_image_has_no_watermark_no_product_and_no_encrypted_snapshot(
      @ForAll("attempts") Attempts attempts) {
    everywhere(History.of(attempts), ImageInvariants::assertPlainIfPublic);
  }

  @Property(tries = TRIES)
  void as_many_instances_are_counted_as_a_scan_finds_that_are_not_terminated(
      @ForAll("attempts") Attempts attempts) {
    for (Step step : History.of(attempts).steps()) {
      for (Region region : History.REGIONS) {
        Instances instances = step.after().in(region).instances();
        for (AccountId account : History.ACCOUNTS) {
          assertThat(instances.count(account)).isEqualTo((int) instances
              .all()
              .filter(instance -> instance.ownerId().equals(account))
              .filter(instance -> instance.state() != InstanceState.TERMINATED)
              .count());
        }
      }
    }
  }

  @Property(tries = TRIES)
  @Rules("INV-04")
  void a_protected_image_is_neither_deregistered_nor_in_the_bin(
      @ForAll("attempts") Attempts attempts) {
    everywhere(History.of(attempts), ImageInvariants::assertThereIfProtected);
  }

  @Property(tries = TRIES)
  @Rules("INV-05")
  void no_image_on_instance_store_is_in_the_bin(@ForAll("attempts") Attempts attempts) {
    everywhere(History.of(attempts), ImageInvariants::assertOnEbsIfInBin);
  }

  /** A copy may repeat a name; that alone is otherwise than the invariant has it. */
  @Property(tries = TRIES)
  @Rules("INV-06")
  void two_images_of_an_account_have_one_name_only_if_one_is_a_copy(
      @ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    Set<ImageId> copies = new HashSet<>();
    for (Step step : history.steps()) {
      if (step.happened(CopyImage.class)) {
        copies.add(step.made());
      }
      for (Region region : History.REGIONS) {
        Set<Object> names = new HashSet<>();
        for (Ami ami : History.images(step.after(), region)) {
          if (!ami.isInRecycleBin()
              && NAMED.contains(ami.state())
              && !copies.contains(ami.imageId())) {
            assertThat(names.add(List.of(ami.ownerId(), ami.name().orElseThrow())))
                .as("%s", ami)
                .isTrue();
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  @Rules("INV-07")
  void the_snapshots_of_an_image_exist_and_are_complete(@ForAll("attempts") Attempts attempts) {
    everywhere(History.of(attempts), ImageInvariants::assertSnapshotsExist);
  }

  @Property(tries = TRIES)
  @Rules("INV-08")
  void an_image_has_a_source_instance_only_from_create_image(
      @ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    Set<ImageId> ofInstances = new HashSet<>();
    for (Step step : history.steps()) {
      if (step.happened(CreateImage.class)) {
        ofInstances.add(step.made());
      }
      for (Region region : History.REGIONS) {
        step.after().images(region).forEach(ami -> {
          assertThat(ami.sourceInstanceId().isPresent())
              .as("%s", ami)
              .isEqualTo(ofInstances.contains(ami.imageId()));
          assertThat(ami.sourceImageId().isPresent())
              .as("%s", ami)
              .isEqualTo(ami.sourceImageRegion().isPresent());
        });
      }
    }
  }

  @Property(tries = TRIES)
  @Rules({"INV-09", "COM-10", "ANC-03"})
  void what_an_image_is_and_comes_from_never_changes(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    Map<ImageId, List<Object>> origins = new HashMap<>();
    everywhere(history, (step, region, ami) -> {
      List<Object> origin = List.of(
          ami.imageId(),
          ami.ownerId(),
          ami.name(),
          ami.creationDate(),
          ami.sourceInstanceId(),
          ami.sourceImageId(),
          ami.sourceImageRegion(),
          region);
      assertThat(origins.putIfAbsent(ami.imageId(), origin)).isIn(null, origin);
    });
  }

  @Property(tries = TRIES)
  @Rules({"INV-10", "DISABLE-04", "DISABLE-16"})
  void enabling_brings_back_all_but_the_launch_permissions(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.happened(DisableImage.class)) {
        Ami before = step.before().image(step.region(), step.imageId()).orElseThrow();
        boolean isArchived = before.snapshotIds().stream()
            .anyMatch(
                id -> step.before().snapshot(step.region(), id).orElseThrow().isArchived());
        if (before.state() == AmiState.AVAILABLE && !isArchived) {
          RegistryUnderTest fork = history.fork(step.after(), step.now());
          fork.as(before.ownerId(), step.region()).enableImage(before.imageId());
          assertThat(fork.state().image(step.region(), before.imageId()))
              .contains(before.withLaunchPermissions(ImmutableSet.of()));
        }
      }
    }
  }

  @Property(tries = TRIES)
  @Rules({"INV-10", "BIN-15", "BIN-18"})
  void restoring_from_the_bin_brings_back_all(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.happened(DeregisterImage.class)) {
        Ami before = step.before().image(step.region(), step.imageId()).orElseThrow();
        Ami after = step.after().image(step.region(), step.imageId()).orElseThrow();
        boolean snapshotsStay = before.snapshotIds().stream()
            .allMatch(id -> step.before()
                .snapshot(step.region(), id)
                .equals(step.after().snapshot(step.region(), id)));
        if (after.isInRecycleBin() && snapshotsStay) {
          RegistryUnderTest fork = history.fork(step.after(), step.now());
          Ec2 owner = fork.as(before.ownerId(), step.region());
          boolean nameIsFree = step.after()
              .in(step.region())
              .images()
              .nameHolders(before.ownerId(), before.name().orElseThrow())
              .isEmpty();
          if (nameIsFree) {
            owner.restoreImageFromRecycleBin(before.imageId());
            assertThat(fork.state().image(step.region(), before.imageId())).contains(before);
          } else {
            assertThatThrownBy(() -> owner.restoreImageFromRecycleBin(before.imageId()))
                .isInstanceOf(RefusedException.class);
          }
        }
      }
    }
  }

  @Property(tries = TRIES)
  @Rules({"INV-11", "WMK-07"})
  void an_image_has_at_most_five_watermarks(@ForAll("attempts") Attempts attempts) {
    everywhere(History.of(attempts), ImageInvariants::assertFewWatermarks);
  }

  @Property(tries = TRIES)
  @Rules({"INV-11", "WMK-09"})
  void a_copy_has_the_watermarks_of_its_source(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.happened(CopyImage.class)) {
        CopyImage request = (CopyImage) step.call().orElseThrow().operation();
        Ami source =
            step.before().image(request.sourceRegion(), request.sourceImageId()).orElseThrow();
        Ami copy = step.after().image(step.region(), step.made()).orElseThrow();
        assertThat(copy.imageWatermarks()).isEqualTo(source.imageWatermarks());
      }
    }
  }

  @Property(tries = TRIES)
  @Rules({"INV-12", "ATTR-07"})
  void imds_support_once_there_stays(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    Set<ImageId> supporting = new HashSet<>();
    everywhere(history, (step, region, ami) -> {
      if (ami.imdsSupport().equals(Optional.of(ImdsSupport.V2_0))) {
        supporting.add(ami.imageId());
      }
      assertThat(ami.imdsSupport().isPresent())
          .as("%s", ami)
          .isEqualTo(supporting.contains(ami.imageId()));
    });
  }

  /** To decide and not to carry out is all that a dry run comes to without a wire. */
  @Property(tries = TRIES)
  @Rules("INV-13")
  void deciding_alone_leaves_every_image_as_it_is(@ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    PartitionState state = history.last();
    RegistryUnderTest fork = history.fork(state, history.now());
    List<List<Ami>> images =
        History.REGIONS.stream().map(region -> History.images(state, region)).toList();
    for (Step step : history.steps()) {
      step.call()
          .ifPresent(call -> call.operation()
              .decide(new Situation(
                  fork.state(), call.caller(), call.region(), history.now(), history.settings())));
      assertThat(History.REGIONS.stream()
              .map(region -> History.images(fork.state(), region))
              .toList())
          .isEqualTo(images);
    }
  }

  @Property(tries = TRIES)
  @Rules("INV-14")
  void time_alone_ends_stays_in_the_bin_lets_records_go_and_changes_no_available_image(
      @ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      if (step.kind() == Kind.TIME) {
        for (Region region : History.REGIONS) {
          step.before().images(region).forEach(before -> {
            Optional<Ami> after = step.after().image(region, before.imageId());
            switch (AmiStage.of(before)) {
              case PENDING -> assertThat(after.orElseThrow().isInRecycleBin()).isFalse();
              case IN_RECYCLE_BIN ->
                after.ifPresent(image -> assertThat(image)
                    .matches(ami -> isSame(ami, before) || ami.state() == AmiState.DEREGISTERED));
              case DEREGISTERED -> after.ifPresent(image -> assertThat(image).isEqualTo(before));
              default -> assertThat(after.orElseThrow()).matches(ami -> isSame(ami, before));
            }
          });
        }
      }
    }
  }

  /** A launch that is reported meanwhile leaves an image the same. */
  private static boolean isSame(Ami after, Ami before) {
    return after.withLastLaunchedTime(before.lastLaunchedTime()).equals(before);
  }

  @Property(tries = TRIES)
  @Rules({"INV-15", "ANC-04"})
  void an_ancestry_begins_with_the_image_and_has_at_most_fifty_entries(
      @ForAll("attempts") Attempts attempts) {
    History history = History.of(attempts);
    for (Step step : history.steps()) {
      RegistryUnderTest fork = history.fork(step.after(), step.now());
      for (Region region : History.REGIONS) {
        step.after()
            .images(region)
            .filter(ami -> isLive(ami, AmiState.AVAILABLE, AmiState.DISABLED))
            .forEach(
                ami -> assertThat(fork.as(ami.ownerId(), region).getImageAncestry(ami.imageId()))
                    .hasSizeBetween(1, 50)
                    .first()
                    .extracting(ImageAncestryEntry::imageId)
                    .isEqualTo(ami.imageId()));
      }
    }
  }
}
