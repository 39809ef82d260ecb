package dev.amikit.registry.fastlaunch;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.SnapshotCleanUp;
import dev.amikit.registry.state.SnapshotProvisioning;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.StorageTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever two accounts do with fast launch and its snapshots, all of it goes together. */
class FastLaunchHistoryTest {
  private static final List<AccountId> ACCOUNTS = List.of(OWNER, FRIEND);
  private static final List<ImageId> IMAGES = List.of(TestImages.id(1), TestImages.id(2));
  private static final StateReason NO_LUCK = new StateReason("Server.InternalError", "No luck");

  private enum Kind {
    ENABLE,
    DISABLE,
    LAUNCH,
    PASS,
    COMPLETE,
    FAIL,
    DELETE_SNAPSHOT,
    LOCK_SNAPSHOT,
    ARCHIVE_SNAPSHOT,
    RESTORE_SNAPSHOT,
    KEEP_SNAPSHOTS,
    IMAGE,
    ENCRYPTION
  }

  /** What is done, by whom, with which image, and how, from 0 to 9. */
  private record Deed(Kind kind, AccountId account, ImageId image, int how) {}

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Kind.ENABLE, Kind.LAUNCH, Kind.PASS, Kind.DISABLE)),
                Tuple.of(1, Arbitraries.of(Kind.values()))),
            Arbitraries.of(ACCOUNTS),
            Arbitraries.of(IMAGES),
            Arbitraries.integers().between(0, 9))
        .as(Deed::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<CompletionPolicy> policies() {
    return Arbitraries.of(
        CompletionPolicy.atOnce(),
        CompletionPolicy.atOnce().failing(NO_LUCK),
        CompletionPolicy.after(Duration.ofMinutes(20)),
        CompletionPolicy.after(Duration.ofMinutes(20)).failing(NO_LUCK),
        CompletionPolicy.whenTold());
  }

  @Property(tries = 300)
  @Rules({"FAST-15", "FAST-19", "FAST-20", "FAST-24"})
  void all_goes_together_whatever_happens(
      @ForAll("policies") CompletionPolicy making,
      @ForAll("policies") CompletionPolicy removing,
      @ForAll("deeds") List<Deed> deeds) {
    TestRegistry ec2 = new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .completion(Task.Kind.SNAPSHOT_PROVISIONING, making)
        .completion(Task.Kind.SNAPSHOT_CLEAN_UP, removing)
        .build());
    List<RegistryEvent> events = new ArrayList<>();
    ec2.listen(told -> events.add(told.event()));
    for (int i = 0; i < IMAGES.size(); i++) {
      ec2.put(TestImages.image(i + 1, ec2.snapshot())
          .windows()
          .addLaunchPermission(LaunchPermission.userId(FRIEND))
          .build());
    }
    for (Deed deed : deeds) {
      try {
        carryOut(ec2, deed);
      } catch (RefusedException refused) {
        assertThat(refused.refusal().violations()).isNotEmpty();
      }
      assertGoesTogether(ec2.state().in(HERE));
    }
    for (int round = 0; round < 20; round++) {
      var unused = ec2.registry.aws().completeAll();
      assertGoesTogether(ec2.state().in(HERE));
    }
    assertThat(ec2.state().in(HERE).agenda().work()).isEmpty();
    ec2.pass(Duration.ofDays(30));
    assertThat(PartitionState.empty().after(events)).isEqualTo(ec2.state());
    assertThat(ec2.unheard).isEmpty();
  }

  private static void carryOut(TestRegistry ec2, Deed deed) {
    Ec2 there = ec2.as(deed.account());
    FastLaunchId id = new FastLaunchId(deed.account(), deed.image());
    switch (deed.kind()) {
      case ENABLE -> {
        FastLaunch unused = there.enableFastLaunch(EnableFastLaunch.builder()
            .imageId(deed.image())
            .targetResourceCount(1 + deed.how())
            .build());
      }
      case DISABLE -> {
        FastLaunch unused =
            there.disableFastLaunch(new DisableFastLaunch(deed.image(), deed.how() < 4));
      }
      case LAUNCH -> launch(ec2, deed);
      case PASS -> ec2.pass(Duration.ofMinutes(5L * deed.how()));
      case COMPLETE -> ec2.registry.aws().complete(HERE, id);
      case FAIL -> ec2.registry.aws().fail(HERE, id, NO_LUCK);
      case DELETE_SNAPSHOT -> snapshot(ec2, id, deed).ifPresent(there::deleteSnapshot);
      case LOCK_SNAPSHOT ->
        snapshot(ec2, id, deed)
            .ifPresent(snapshot -> there.lockSnapshot(LockSnapshot.builder()
                .snapshotId(snapshot)
                .lockMode(LockMode.GOVERNANCE)
                .lockDuration(1)
                .build()));
      case ARCHIVE_SNAPSHOT ->
        snapshot(ec2, id, deed)
            .ifPresent(snapshot -> there.modifySnapshotTier(snapshot, StorageTier.ARCHIVE));
      case RESTORE_SNAPSHOT ->
        there.listSnapshotsInRecycleBin().stream()
            .findFirst()
            .ifPresent(binned -> there.restoreSnapshotFromRecycleBin(binned.snapshotId()));
      case KEEP_SNAPSHOTS ->
        ec2.registry
            .account(deed.account())
            .recycleBinIn(HERE)
            .createRule(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 1));
      case IMAGE -> image(ec2.owner(), deed);
      case ENCRYPTION -> {
        if (deed.how() < 5) {
          there.enableEbsEncryptionByDefault();
        } else {
          there.disableEbsEncryptionByDefault();
        }
      }
    }
  }

  private static Optional<SnapshotId> snapshot(TestRegistry ec2, FastLaunchId id, Deed deed) {
    List<SnapshotId> all = ec2.state().in(HERE).fastLaunches().snapshots(id).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(deed.how() % all.size()));
  }

  /** The image is disabled, enabled, or now and then deregistered. */
  private static void image(Ec2 owner, Deed deed) {
    if (deed.how() < 4) {
      owner.disableImage(deed.image());
    } else if (deed.how() < 8) {
      owner.enableImage(deed.image());
    } else {
      owner.deregisterImage(deed.image());
    }
  }

  /** A launch succeeds, and starts from a snapshot of the image or one that is used up then. */
  private static void launch(TestRegistry ec2, Deed deed) {
    Optional<Ami> launchable =
        ec2.state().image(HERE, deed.image()).filter(ami -> ami.state() == AmiState.AVAILABLE);
    if (launchable.isEmpty()) {
      return;
    }
    Ami image = launchable.get();
    RegionState before = ec2.state().in(HERE);
    Instance launched = ec2.as(deed.account())
        .runInstances(RunInstances.builder()
            .imageId(deed.image())
            .instanceType("m7i.large")
            .minCount(1 + deed.how() / 3)
            .maxCount(1 + deed.how() / 3)
            .build())
        .instances()
        .get(0);
    SnapshotId start = launched.volumes().values().stream()
        .flatMap(root -> ec2.state().volume(HERE, root.volumeId()).stream())
        .flatMap(root -> root.snapshotId().stream())
        .findFirst()
        .orElseThrow();
    if (!image.snapshotIds().contains(start)) {
      assertThat(ACCOUNTS)
          .anyMatch(account -> before
              .fastLaunches()
              .snapshots(new FastLaunchId(account, deed.image()))
              .anyMatch(start::equals));
      assertThat(ACCOUNTS)
          .noneMatch(account -> ec2.state()
              .in(HERE)
              .fastLaunches()
              .snapshots(new FastLaunchId(account, deed.image()))
              .anyMatch(start::equals));
    }
  }

  private static void assertGoesTogether(RegionState here) {
    for (AccountId account : ACCOUNTS) {
      for (ImageId imageId : IMAGES) {
        FastLaunchId id = new FastLaunchId(account, imageId);
        Optional<FastLaunch> told = here.fastLaunches().get(id);
        assertThat(here.agenda().task(id, SnapshotCleanUp.class).isPresent())
            .isEqualTo(
                told.filter(it -> it.state() == FastLaunchState.DISABLING).isPresent());
        Optional<SnapshotProvisioning> making = here.agenda().task(id, SnapshotProvisioning.class);
        told.ifPresent(it -> assertGoesTogether(here, it, making));
        assertThat(told.isPresent() || making.isEmpty()).isTrue();
        assertThat(told)
            .as("of %s", imageId)
            .matches(it -> it.isEmpty()
                || here.images()
                    .get(imageId)
                    .filter(ami -> ami.state() != AmiState.DEREGISTERED)
                    .isPresent());
        assertThat(here.fastLaunches().snapshots(id)).doesNotHaveDuplicates();
        assertThat(here.fastLaunches()
                .snapshots(id)
                .flatMap(snapshot -> here.snapshots().get(snapshot).stream())
                .map(Snapshot::ownerId))
            .allMatch(account::equals);
      }
    }
  }

  private static void assertGoesTogether(
      RegionState here, FastLaunch told, Optional<SnapshotProvisioning> making) {
    switch (told.state()) {
      case ENABLING -> assertThat(making).isPresent();
      case ENABLED, ENABLED_FAILED ->
        assertThat(here.fastLaunches().wasEnabled(told.id())).isTrue();
      case ENABLING_FAILED, DISABLING, DISABLING_FAILED -> assertThat(making).isEmpty();
    }
    making.ifPresent(task -> assertThat(task.round().size())
        .isLessThanOrEqualTo(told.configuration().maxParallelLaunches()));
  }
}
