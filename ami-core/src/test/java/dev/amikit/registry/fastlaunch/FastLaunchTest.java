package dev.amikit.registry.fastlaunch;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.Copying;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.SnapshotProvisioning;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Characters;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots are made ahead of the launches of a Windows image. */
class FastLaunchTest {
  private static final ImageId IMAGE = TestLaunch.IMAGE;
  private static final FastLaunchId MINE = new FastLaunchId(OWNER, IMAGE);
  private static final FastLaunchId FRIENDS = new FastLaunchId(FRIEND, IMAGE);
  private static final Duration WORK = Duration.ofMinutes(20);
  private static final StateReason NO_SYSPREP =
      new StateReason("Client.InternalError", "The image was not made with Sysprep and shutdown");

  private final TestRegistry ec2 = TestRegistry.completing(CompletionPolicy.after(WORK));
  private final Ec2 owner = ec2.owner();

  private Ami put(UnaryOperator<Ami.Builder> change) {
    return ec2.put(change.apply(TestLaunch.image(ec2.snapshot()).windows()).build());
  }

  private Ami put() {
    return put(image -> image);
  }

  private Ami putShared() {
    return put(image -> image.addLaunchPermission(TestImages.TO_FRIEND));
  }

  private static EnableFastLaunch.Builder request() {
    return EnableFastLaunch.builder().imageId(IMAGE);
  }

  private FastLaunch enable(UnaryOperator<EnableFastLaunch.Builder> change) {
    return owner.enableFastLaunch(change.apply(request()).build());
  }

  private FastLaunch enabled(int target) {
    enable(request -> request.targetResourceCount(target));
    do {
      ec2.pass(WORK);
    } while (ec2.state().in(HERE).agenda().task(MINE).isPresent());
    return told();
  }

  private FastLaunch told() {
    return told(OWNER);
  }

  private FastLaunch told(AccountId account) {
    ImmutableList<FastLaunch> told = ec2.as(account).describeFastLaunchImages(IMAGE);
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  /** The snapshots that are ready, as their owner sees them. */
  private ImmutableList<Snapshot> ready(AccountId account) {
    ImmutableSet<SnapshotId> ids = ec2.state()
        .in(HERE)
        .fastLaunches()
        .snapshots(new FastLaunchId(account, IMAGE))
        .collect(ImmutableSet.toImmutableSet());
    return ec2.as(account).describeSnapshots(SnapshotQuery.builder().build()).items().stream()
        .filter(snapshot -> ids.contains(snapshot.snapshotId()))
        .collect(ImmutableList.toImmutableList());
  }

  private int readyCount() {
    return ready(OWNER).size();
  }

  private Instance launch(AccountId account) {
    return launch(account, request -> request);
  }

  private Instance launch(AccountId account, UnaryOperator<RunInstances.Builder> change) {
    return ec2.as(account)
        .runInstances(change.apply(TestLaunch.request()).build())
        .instances()
        .get(0);
  }

  private Volume root(Instance instance) {
    return ec2.state()
        .volume(HERE, TestLaunch.attachment(instance, TestLaunch.ROOT).volumeId())
        .orElseThrow();
  }

  private SnapshotId start(Instance instance) {
    return root(instance).snapshotId().orElseThrow();
  }

  private boolean isThere(SnapshotId id) {
    return owner.describeSnapshots(SnapshotQuery.builder().build()).items().stream()
        .anyMatch(snapshot -> snapshot.snapshotId().equals(id));
  }

  private static BlockDeviceMapping ofThirty(SnapshotId snapshot) {
    return BlockDeviceMapping.ebs(TestLaunch.ROOT, EbsBlockDevice.of(VolumeType.GP3, 30, snapshot));
  }

  private LockSnapshot lock(SnapshotId id) {
    return LockSnapshot.builder()
        .snapshotId(id)
        .lockMode(LockMode.GOVERNANCE)
        .lockDuration(7)
        .build();
  }

  @Nested
  class Enabling {
    @Test
    @Rules({"FAST-04", "FAST-05", "FAST-03", "FAST-22", "FL-02", "FL-07", "DEC-122"})
    void keeps_five_snapshots_by_six_instances_at_a_time_unless_asked_otherwise() {
      put();

      FastLaunch answer = owner.enableFastLaunch(IMAGE);

      assertThat(answer)
          .isEqualTo(new FastLaunch(
              MINE,
              new FastLaunchConfiguration(FastLaunchResourceType.SNAPSHOT, 5, 6, Optional.empty()),
              FastLaunchState.ENABLING,
              "Client.UserInitiated",
              START));
      assertThat(FastLaunchResourceType.SNAPSHOT).hasToString("snapshot");
      assertThat(told()).isEqualTo(answer);
    }

    @Test
    @Rules({"FAST-06", "FAST-11", "FL-07", "DEC-05"})
    void makes_snapshots_in_rounds_and_is_done_with_the_first() {
      put();
      enable(request -> request.targetResourceCount(15));

      ec2.pass(WORK.minusNanos(1));
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLING);
      assertThat(readyCount()).isZero();
      ec2.pass(Duration.ofNanos(1));
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
      assertThat(told().stateTransitionTime()).isEqualTo(START.plus(WORK));
      assertThat(readyCount()).isEqualTo(6);
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(12);
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(15);
      assertThat(told().stateTransitionTime()).isEqualTo(START.plus(WORK));
      assertThat(ec2.state().in(HERE).agenda().tasks()).isEmpty();
    }

    @Test
    @Rules({"FAST-06", "DEC-05"})
    void goes_on_round_by_round_when_told() {
      TestRegistry told = TestRegistry.completing(CompletionPolicy.whenTold());
      told.put(TestLaunch.image(told.snapshot()).windows().build());
      told.owner().enableFastLaunch(request().targetResourceCount(8).build());

      for (int ready : new int[] {6, 8}) {
        told.registry.aws().complete(HERE, MINE);
        assertThat(told.state().in(HERE).fastLaunches().snapshots(MINE)).hasSize(ready);
      }

      assertSays(
          () -> told.registry.aws().complete(HERE, MINE),
          "IncorrectState",
          "There is no work under way for '" + MINE + "' in us-east-1.");
    }

    @Test
    @Rules({"FL-07", "FL-09"})
    void makes_snapshots_of_the_account_like_any_other() {
      Ami image = put(any -> any.blockDeviceMappings(List.of(ofThirty(ec2.snapshot()))));
      enabled(1);

      Snapshot made = ready(OWNER).get(0);
      assertThat(made)
          .isEqualTo(Snapshot.builder()
              .snapshotId(made.snapshotId())
              .ownerId(OWNER)
              .state(SnapshotState.COMPLETED)
              .progress(100)
              .startTime(START)
              .completionTime(START.plus(WORK))
              .volumeId(made.volumeId())
              .volumeSize(30)
              .fullSnapshotSizeInBytes(0)
              .description("Created for fast launch of " + image.imageId())
              .encrypted(false)
              .storageTier(StorageTier.STANDARD)
              .transferType(made.transferType())
              .build());
      assertThat(ec2.state().in(HERE).snapshots().ownedBy(OWNER)).contains(made);
      assertThat(ec2.state().image(HERE, IMAGE)).contains(image);
    }

    @Test
    void encrypts_snapshots_as_new_volumes_of_the_account_are() {
      put();
      owner.enableEbsEncryptionByDefault();
      enabled(1);

      assertThat(ready(OWNER).get(0).kmsKeyId()).contains(Copying.awsKey(OWNER, HERE));
    }

    @Test
    void encrypts_snapshots_of_an_encrypted_image_by_its_key() {
      ec2.put(
          TestLaunch.image(Copying.encrypted(ec2, OWNER, Copying.KEY)).windows().build());
      enabled(1);

      assertThat(ready(OWNER).get(0).kmsKeyId()).contains(Copying.KEY);
      assertThat(root(launch(OWNER)).kmsKeyId()).contains(Copying.KEY);
      assertThat(readyCount()).isZero();
    }

    @Test
    @Rules({"FAST-02", "FAST-12", "FL-06", "FAST-22", "DEC-05"})
    void fails_where_a_test_says_so_and_leaves_no_snapshot() {
      put();
      int before =
          owner.describeSnapshots(SnapshotQuery.builder().build()).items().size();
      enable(request -> request);
      ec2.pass(Duration.ofMinutes(3));

      ec2.registry.aws().fail(HERE, MINE, NO_SYSPREP);

      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLING_FAILED);
      assertThat(told().stateTransitionReason()).isEqualTo(NO_SYSPREP.message());
      assertThat(told().stateTransitionTime()).isEqualTo(START.plus(Duration.ofMinutes(3)));
      assertThat(owner.describeSnapshots(SnapshotQuery.builder().build()).items())
          .hasSize(before);
      assertThat(ec2.state().in(HERE).agenda().tasks()).isEmpty();
    }

    @Test
    @Rules({"FAST-02", "FAST-12", "FL-06", "DEC-05"})
    void fails_by_a_policy() {
      TestRegistry failing = new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .completion(
              Task.Kind.SNAPSHOT_PROVISIONING, CompletionPolicy.atOnce().failing(NO_SYSPREP))
          .build());
      failing.put(TestLaunch.image(failing.snapshot()).windows().build());

      failing.owner().enableFastLaunch(IMAGE);

      assertThat(failing.owner().describeFastLaunchImages())
          .extracting(FastLaunch::state)
          .containsExactly(FastLaunchState.ENABLING_FAILED);
    }

    @Test
    void fails_where_no_instance_would_start() {
      ec2.put(
          TestLaunch.image(TestImages.image(1).build().snapshotIds().iterator().next())
              .windows()
              .build());
      enable(request -> request);
      ec2.pass(WORK);
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLING_FAILED);
      assertThat(told().stateTransitionReason()).isEqualTo("Client error on launch");

      put();
      owner.enableEbsEncryptionByDefault();
      ec2.registry
          .aws()
          .changeSettings(
              OWNER,
              HERE,
              settings -> settings.toBuilder()
                  .addUnusableKmsKey(Copying.awsKey(OWNER, HERE))
                  .build());
      enable(request -> request);
      ec2.pass(WORK);
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLING_FAILED);
      assertThat(readyCount()).isZero();
    }

    @Test
    @Rules({"FAST-13", "FAST-25"})
    void again_after_a_failure_begins_anew() {
      put();
      enable(request -> request);
      ec2.registry.aws().fail(HERE, MINE, NO_SYSPREP);

      FastLaunch again = enable(request -> request.targetResourceCount(2));

      assertThat(again.state()).isEqualTo(FastLaunchState.ENABLING);
      assertThat(again.configuration()).isEqualTo(FastLaunchConfiguration.of(2, 6));
      ec2.pass(WORK);
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
      assertThat(readyCount()).isEqualTo(2);
    }

    @Test
    @Rules({"FAST-14", "FAST-05"})
    void what_is_enabled_only_sets_it_up_otherwise() {
      put();
      enabled(2);

      FastLaunch changed = enable(request -> request.targetResourceCount(4).maxParallelLaunches(7));

      assertThat(changed.state()).isEqualTo(FastLaunchState.ENABLED);
      assertThat(changed.configuration()).isEqualTo(FastLaunchConfiguration.of(4, 7));
      assertThat(readyCount()).isEqualTo(2);
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(4);
      enable(request -> request.targetResourceCount(1));
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(4);
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
    }

    @Test
    @Rules({"FAST-13", "FAST-14", "FAST-25"})
    void a_change_that_fails_leaves_what_was_ready() {
      put();
      enabled(2);
      enable(request -> request.targetResourceCount(4));

      ec2.registry.aws().fail(HERE, MINE, NO_SYSPREP);

      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED_FAILED);
      assertThat(readyCount()).isEqualTo(2);
      assertThat(enable(request -> request).state()).isEqualTo(FastLaunchState.ENABLING);
      ec2.registry.aws().fail(HERE, MINE, NO_SYSPREP);
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED_FAILED);
    }

    @Test
    @Rules("FAST-25")
    void anew_what_has_all_its_snapshots_takes_a_round_as_well() {
      put();
      enabled(2);
      enable(request -> request.targetResourceCount(4));
      ec2.registry.aws().fail(HERE, MINE, NO_SYSPREP);

      assertThat(enable(request -> request.targetResourceCount(2)).state())
          .isEqualTo(FastLaunchState.ENABLING);
      ec2.pass(WORK);
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
      assertThat(readyCount()).isEqualTo(2);
    }

    @Test
    void with_another_target_gives_up_what_is_being_made() {
      put();
      enable(request -> request.targetResourceCount(6));
      ec2.pass(WORK.dividedBy(2));
      enable(request -> request.targetResourceCount(1));

      ec2.pass(WORK.dividedBy(2));
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLING);
      ec2.pass(WORK.dividedBy(2));
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
      assertThat(readyCount()).isEqualTo(1);
    }

    @Test
    @Rules({"FAST-07", "FL-04"})
    void remembers_the_launch_template() {
      put();
      LaunchTemplateSpecification template =
          LaunchTemplateSpecification.ofId("lt-0abcdef1234567890", "$Latest");

      assertThat(enable(request -> request.launchTemplate(template))
              .configuration()
              .launchTemplate())
          .contains(template);
    }
  }

  @Nested
  class Is_refused {
    @Test
    @Rules({"FAST-01", "FL-01", "DEC-50", "ERR-18"})
    void for_an_image_that_is_no_windows() {
      ec2.put(TestLaunch.image(ec2.snapshot()).build());

      assertSays(
          () -> owner.enableFastLaunch(IMAGE),
          "UnsupportedOperation",
          "Fast launch is not supported for the AMI ID 'ami-00000000000000abc'. Only Windows AMIs"
              + " with an EBS root are supported.");
    }

    @Test
    @Rules({"FAST-01", "DEC-22", "MTX-16", "COM-03"})
    void for_an_image_that_the_caller_does_not_see() {
      putShared();

      for (ImageId id : List.of(IMAGE, TestImages.UNKNOWN)) {
        assertSays(
            () -> ec2.as(STRANGER).enableFastLaunch(id),
            "InvalidAMIID.NotFound",
            "The image id '[" + id + "]' does not exist");
        assertSays(
            () -> ec2.as(STRANGER).disableFastLaunch(id),
            "InvalidAMIID.NotFound",
            "The image id '[" + id + "]' does not exist");
      }
    }

    @Test
    @Rules({"DEC-23", "MTX-17", "ALLOW-08"})
    void for_an_image_that_is_not_allowed_to_the_account() {
      putShared();
      ec2.as(FRIEND)
          .replaceImageCriteriaInAllowedImagesSettings(ImageCriterion.imageProviders("amazon"));
      ec2.as(FRIEND).enableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED);

      assertRefused(
          ec2::state,
          () -> ec2.as(FRIEND).enableFastLaunch(IMAGE),
          "InvalidAMIID.NotFound",
          "image.allowed");
      assertThat(owner.enableFastLaunch(IMAGE).state()).isEqualTo(FastLaunchState.ENABLING);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "DISABLED", "FAILED", "DEREGISTERED"})
    void for_an_image_that_does_not_launch(AmiState state) {
      put(image -> image.state(state));

      assertRefused(
          ec2::state,
          () -> owner.enableFastLaunch(IMAGE),
          "InvalidAMIID.Unavailable",
          "launch.stage");
    }

    @Test
    @Rules({"FAST-03", "FL-02", "DEC-122"})
    void for_resources_that_are_no_snapshots() {
      put();

      assertSays(
          () -> enable(request -> request.resourceType(FastLaunchResourceType.of("volume"))),
          "InvalidParameterValue",
          "Value (volume) for parameter resourceType is invalid. The only supported value is"
              + " snapshot.");
    }

    @ParameterizedTest
    @Rules({"FAST-04", "FL-03", "DEC-122"})
    @ValueSource(ints = {5, 0, -1, Integer.MIN_VALUE})
    void for_fewer_than_six_launches_at_a_time(int parallel) {
      put();

      assertSays(
          () -> enable(request -> request.maxParallelLaunches(parallel)),
          "InvalidParameterValue",
          "Value (" + parallel + ") for parameter maxParallelLaunches is invalid. Value must be 6"
              + " or greater.");
    }

    @ParameterizedTest
    @Rules("FAST-05")
    @ValueSource(ints = {0, -1, 10_001, Integer.MAX_VALUE})
    void for_no_snapshot_and_for_very_many(int target) {
      put();

      assertSays(
          () -> enable(request -> request.targetResourceCount(target)),
          "InvalidParameterValue",
          "Value (" + target + ") for parameter targetResourceCount is invalid. Value must be"
              + " between 1 and 10000.");
    }

    @Test
    @Rules({"FAST-07", "FL-04", "DEC-122"})
    void for_a_launch_template_that_is_named_twice_or_not_at_all_or_without_a_version() {
      put();
      Optional<String> id = Optional.of("lt-0abcdef1234567890");
      Optional<String> name = Optional.of("golden");
      Optional<String> version = Optional.of("1");
      Optional<String> none = Optional.empty();

      assertSays(
          () -> enable(with(new LaunchTemplateSpecification(id, name, version))),
          "InvalidParameterCombination",
          "The parameters launchTemplateId and launchTemplateName cannot be used together");
      assertSays(
          () -> enable(with(new LaunchTemplateSpecification(id, none, none))),
          "MissingParameter",
          "The request must contain the parameter version");
      assertSays(
          () -> enable(with(new LaunchTemplateSpecification(none, none, version))),
          "MissingParameter",
          "The request must contain the parameter launchTemplateId/launchTemplateName");
      assertThat(enable(with(new LaunchTemplateSpecification(none, name, version)))
              .configuration()
              .launchTemplate())
          .contains(LaunchTemplateSpecification.ofName("golden", "1"));
    }

    @Test
    void for_a_launch_template_of_characters_that_nothing_can_carry() {
      put();
      Optional<String> illegal = Optional.of("\0");

      assertThatThrownBy(
              () -> enable(with(new LaunchTemplateSpecification(illegal, illegal, illegal))))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.violations())
                  .filteredOn(violation -> violation.rule().equals(Characters.LEGAL))
                  .extracting(Violation::path)
                  .containsExactly(
                      "launchTemplate.launchTemplateId",
                      "launchTemplate.launchTemplateName",
                      "launchTemplate.version"));
    }

    private UnaryOperator<EnableFastLaunch.Builder> with(LaunchTemplateSpecification template) {
      return request -> request.launchTemplate(template);
    }

    @Test
    void with_all_that_is_wrong_at_once_and_what_is_missing_first() {
      put();

      assertRefused(
          ec2::state,
          () -> enable(request -> request
              .resourceType(FastLaunchResourceType.of("volume"))
              .targetResourceCount(0)
              .maxParallelLaunches(1)
              .launchTemplate(new LaunchTemplateSpecification(
                  Optional.of("a"), Optional.of("b"), Optional.empty()))),
          "MissingParameter",
          "enable-fast-launch.template-version",
          "enable-fast-launch.resource-type",
          "enable-fast-launch.target",
          "enable-fast-launch.parallel",
          "enable-fast-launch.one-template");
    }

    @Test
    @Rules({"FAST-15", "FL-08", "DEC-122"})
    void while_it_is_being_disabled_and_after_that_failed() {
      put();
      enabled(1);
      owner.disableFastLaunch(IMAGE);
      assertSays(
          () -> owner.enableFastLaunch(IMAGE),
          "IncorrectState",
          "Fast launch of the AMI ID 'ami-00000000000000abc' is disabling.");

      ec2.registry.aws().fail(HERE, MINE, NO_SYSPREP);
      assertSays(
          () -> owner.enableFastLaunch(IMAGE),
          "IncorrectState",
          "Fast launch of the AMI ID 'ami-00000000000000abc' is disabling-failed.");
    }

    @Test
    @Rules("FL-09")
    void beyond_forty_launches_at_a_time_of_all_images_of_the_account() {
      put();
      enable(request -> request.maxParallelLaunches(30));
      Ami other = ec2.put(TestImages.image(1, ec2.snapshot()).windows().build());

      assertSays(
          () -> owner.enableFastLaunch(EnableFastLaunch.builder()
              .imageId(other.imageId())
              .maxParallelLaunches(11)
              .build()),
          "ResourceLimitExceeded",
          "You have reached your quota of 40 for the max parallel launches of fast launch in this"
              + " Region.");

      owner.enableFastLaunch(EnableFastLaunch.builder()
          .imageId(other.imageId())
          .maxParallelLaunches(10)
          .build());
      assertThat(enable(request -> request.maxParallelLaunches(29)).configuration())
          .isEqualTo(FastLaunchConfiguration.of(5, 29));
    }

    @Test
    @Rules("FL-09")
    void by_the_quota_that_the_registry_has() {
      TestRegistry small = new TestRegistry(RegistrySettings.builder()
          .quotas(Quotas.builder().fastLaunchesInParallel(7).build())
          .build());
      small.put(TestLaunch.image(small.snapshot()).windows().build());

      assertRefused(
          small::state,
          () -> small.owner().enableFastLaunch(request().maxParallelLaunches(8).build()),
          "ResourceLimitExceeded",
          "enable-fast-launch.parallel-quota");
      small.owner().enableFastLaunch(request().maxParallelLaunches(7).build());
    }
  }

  @Nested
  class A_launch {
    @Test
    @Rules({"FAST-18", "FL-07"})
    void uses_one_snapshot_up_and_another_is_made() {
      put();
      enabled(2);
      List<SnapshotId> before = ids();

      Instance instance = launch(OWNER);

      assertThat(before).contains(start(instance));
      assertThat(isThere(start(instance))).isFalse();
      assertThat(ids()).containsExactlyElementsOf(before.subList(1, 2));
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(2);
      assertThat(ids()).doesNotContain(start(instance));
    }

    private List<SnapshotId> ids() {
      return ready(OWNER).stream().map(Snapshot::snapshotId).toList();
    }

    @Test
    @Rules({"FAST-18", "FAST-19"})
    void of_more_instances_than_snapshots_starts_the_rest_the_usual_way() {
      SnapshotId original = put().snapshotIds().iterator().next();
      enabled(2);
      List<SnapshotId> ready = ids();

      List<Instance> launched = owner
          .runInstances(TestLaunch.request().minCount(3).maxCount(3).build())
          .instances();

      assertThat(launched)
          .extracting(FastLaunchTest.this::start)
          .containsExactly(ready.get(0), ready.get(1), original);
      assertThat(readyCount()).isZero();
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(2);
    }

    @Test
    @Rules("FAST-18")
    void while_snapshots_are_made_asks_for_one_more() {
      put();
      enabled(2);
      launch(OWNER);
      ec2.pass(WORK.dividedBy(2));
      launch(OWNER);

      assertThat(readyCount()).isZero();
      ec2.pass(WORK.dividedBy(2));
      assertThat(readyCount()).isEqualTo(1);
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(2);
    }

    @Test
    void differs_in_nothing_but_what_its_root_is_made_from() {
      put();
      Volume slow = root(launch(OWNER));
      enabled(1);
      Volume fast = root(launch(OWNER));

      assertThat(fast.snapshotId()).isNotEqualTo(slow.snapshotId());
      assertThat(fast.toBuilder()
              .volumeId(slow.volumeId())
              .createTime(slow.createTime())
              .snapshotId(slow.snapshotId())
              .attachment(slow.attachment())
              .build())
          .isEqualTo(slow);
    }

    @Test
    @Rules("FAST-18")
    void sends_the_snapshot_to_the_recycle_bin_where_a_rule_says_so() {
      put();
      enabled(1);
      ec2.registry
          .account(OWNER)
          .recycleBinIn(HERE)
          .createRule(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 7));

      SnapshotId used = start(launch(OWNER));

      assertThat(isThere(used)).isFalse();
      assertThat(owner.listSnapshotsInRecycleBin())
          .extracting(binned -> binned.snapshotId())
          .containsExactly(used);
      owner.restoreSnapshotFromRecycleBin(used);
      ec2.pass(WORK);
      assertThat(ready(OWNER)).extracting(Snapshot::snapshotId).doesNotContain(used);
    }

    @Test
    @Rules("FAST-20")
    void of_whoever_may_launch_uses_the_snapshots_of_the_owner() {
      putShared();
      enabled(2);
      List<SnapshotId> ready = ids();

      assertThat(start(launch(FRIEND))).isEqualTo(ready.get(0));
      assertThat(readyCount()).isEqualTo(1);
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(2);
      assertThat(ready(FRIEND)).isEmpty();
    }

    @Test
    @Rules({"FAST-20", "FL-09", "DEC-27"})
    void of_an_account_with_snapshots_of_its_own_uses_these_first() {
      putShared();
      enabled(1);
      FastLaunch friends =
          ec2.as(FRIEND).enableFastLaunch(request().targetResourceCount(1).build());
      assertThat(friends.id()).isEqualTo(FRIENDS);
      ec2.pass(WORK);
      SnapshotId own = ready(FRIEND).get(0).snapshotId();
      SnapshotId owners = ids().get(0);
      assertThat(ready(FRIEND)).extracting(Snapshot::ownerId).containsOnly(FRIEND);

      assertThat(start(launch(FRIEND))).isEqualTo(own);
      assertThat(start(launch(FRIEND))).isEqualTo(owners);
      assertThat(start(launch(FRIEND))).isNotIn(own, owners);
      ec2.pass(WORK);
      assertThat(ready(FRIEND)).hasSize(1);
      assertThat(readyCount()).isEqualTo(1);
      SnapshotId next = ready(FRIEND).get(0).snapshotId();
      launch(OWNER);
      assertThat(ready(FRIEND)).extracting(Snapshot::snapshotId).containsExactly(next);
    }

    @Test
    @Rules("FAST-25")
    void brings_back_what_had_failed() {
      put();
      enabled(1);
      launch(OWNER);
      ec2.registry.aws().fail(HERE, MINE, NO_SYSPREP);
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED_FAILED);

      launch(OWNER);
      ec2.pass(WORK);

      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
      assertThat(told().stateTransitionReason()).isEqualTo(FastLaunch.RECOVERED);
      assertThat(readyCount()).isEqualTo(1);
    }

    @Test
    @Rules("FAST-19")
    void takes_its_usual_way_where_the_volume_would_not_be_the_same() {
      SnapshotId original = ec2.snapshot();
      put(image -> image.blockDeviceMappings(List.of(ofThirty(original))));
      enabled(1);

      Instance small = launch(
          OWNER,
          request -> request.addBlockDeviceMapping(
              TestLaunch.ebs(TestLaunch.ROOT, volume -> volume.volumeSize(10))));

      assertThat(start(small)).isEqualTo(original);
      assertThat(root(small).size()).isEqualTo(10);
      assertThat(readyCount()).isEqualTo(1);
    }

    @Test
    @Rules("FAST-19")
    void takes_its_usual_way_where_the_account_cannot_read_the_snapshot() {
      SnapshotId original = putShared().snapshotIds().iterator().next();
      owner.enableEbsEncryptionByDefault();
      enabled(1);

      Instance of = launch(FRIEND);

      assertThat(start(of)).isEqualTo(original);
      assertThat(root(of).isEncrypted()).isFalse();
      assertThat(readyCount()).isEqualTo(1);
      assertThat(root(launch(OWNER)).kmsKeyId()).contains(Copying.awsKey(OWNER, HERE));
      assertThat(readyCount()).isZero();
    }

    @Test
    @Rules("FAST-19")
    void uses_no_snapshot_that_is_gone_or_in_the_archive() {
      SnapshotId original = put().snapshotIds().iterator().next();
      enabled(3);
      List<SnapshotId> ready = ids();
      owner.deleteSnapshot(ready.get(0));
      owner.modifySnapshotTier(ready.get(1), StorageTier.ARCHIVE);
      ec2.pass(WORK);

      assertThat(start(launch(OWNER))).isEqualTo(ready.get(2));
      assertThat(start(launch(OWNER))).isEqualTo(original);
      ec2.pass(WORK.multipliedBy(2));
      assertThat(readyCount()).isEqualTo(3);
    }

    @Test
    void uses_no_snapshot_that_lies_in_the_recycle_bin_and_has_another_made_for_it() {
      put();
      enabled(2);
      List<SnapshotId> ready = ids();
      ec2.registry
          .account(OWNER)
          .recycleBinIn(HERE)
          .createRule(CreateRule.builder()
              .resourceType(ResourceType.EBS_SNAPSHOT)
              .retentionPeriodDays(7)
              .build());
      owner.deleteSnapshot(ready.get(0));

      assertThat(start(launch(OWNER))).isEqualTo(ready.get(1));
      ec2.pass(WORK);
      assertThat(readyCount()).isEqualTo(2);
    }

    @Test
    void starts_from_the_root_wherever_it_stands_among_the_devices() {
      SnapshotId data = ec2.snapshot(OWNER, snapshot -> snapshot.volumeSize(100));
      put(image -> image.blockDeviceMappings(ImmutableList.<BlockDeviceMapping>builder()
          .add(BlockDeviceMapping.ebs("/dev/sdf", EbsBlockDevice.ofSnapshot(data)))
          .addAll(image.build().blockDeviceMappings())
          .build()));
      enabled(1);

      assertThat(ready(OWNER))
          .singleElement()
          .satisfies(snapshot -> assertThat(snapshot.volumeSize()).isLessThan(100));
    }

    @Test
    void leaves_a_snapshot_that_cannot_be_deleted_to_the_account() {
      put();
      enabled(1);
      SnapshotId locked = ids().get(0);
      owner.lockSnapshot(lock(locked));

      assertThat(start(launch(OWNER))).isEqualTo(locked);

      assertThat(isThere(locked)).isTrue();
      assertThat(readyCount()).isZero();
      ec2.pass(WORK);
      assertThat(ids()).hasSize(1).doesNotContain(locked);
    }

    @Test
    void of_an_instance_that_cannot_start_uses_none() {
      put();
      enabled(1);
      owner.enableEbsEncryptionByDefault();
      ec2.registry
          .aws()
          .changeSettings(
              OWNER,
              HERE,
              settings -> settings.toBuilder()
                  .addUnusableKmsKey(Copying.awsKey(OWNER, HERE))
                  .build());

      assertThat(launch(OWNER).stateReason()).isPresent();
      assertThat(readyCount()).isEqualTo(1);
    }

    @Test
    @Rules("FAST-15")
    void takes_its_usual_way_while_fast_launch_is_being_disabled() {
      SnapshotId original = put().snapshotIds().iterator().next();
      enabled(1);
      owner.disableFastLaunch(IMAGE);

      assertThat(start(launch(OWNER))).isEqualTo(original);
    }
  }

  @Nested
  class Disabling {
    @Test
    @Rules({"FAST-15", "FAST-17", "FAST-22", "FL-08", "DEC-05"})
    void removes_the_snapshots_and_then_it_is_gone() {
      put();
      int others =
          owner.describeSnapshots(SnapshotQuery.builder().build()).items().size();
      FastLaunch before = enabled(3);

      FastLaunch answer = owner.disableFastLaunch(IMAGE);

      assertThat(answer)
          .isEqualTo(
              before.in(FastLaunchState.DISABLING, "Client.UserInitiated", ec2.clock.instant()));
      assertThat(told()).isEqualTo(answer);
      assertThat(readyCount()).isEqualTo(3);
      ec2.pass(WORK);
      assertThat(owner.describeFastLaunchImages()).isEmpty();
      assertThat(owner.describeSnapshots(SnapshotQuery.builder().build()).items())
          .hasSize(others);
      assertThat(enable(request -> request).state()).isEqualTo(FastLaunchState.ENABLING);
    }

    @Test
    @Rules("FAST-15")
    void ends_what_is_being_made() {
      put();
      enable(request -> request);
      ec2.pass(WORK.dividedBy(2));

      owner.disableFastLaunch(IMAGE);

      assertThat(ec2.state().in(HERE).agenda().task(MINE, SnapshotProvisioning.class))
          .isEmpty();
      ec2.pass(WORK);
      assertThat(owner.describeFastLaunchImages()).isEmpty();
    }

    @Test
    @Rules({"FAST-15", "FAST-16", "FL-08"})
    void fails_for_a_snapshot_that_is_locked_and_keeps_only_that() {
      put();
      enabled(3);
      SnapshotId locked = ready(OWNER).get(1).snapshotId();
      owner.lockSnapshot(lock(locked));

      owner.disableFastLaunch(IMAGE);
      ec2.pass(WORK);

      assertThat(told().state()).isEqualTo(FastLaunchState.DISABLING_FAILED);
      assertThat(told().stateTransitionReason())
          .isEqualTo("Snapshot " + locked + " cannot be removed");
      assertThat(ready(OWNER)).extracting(Snapshot::snapshotId).containsExactly(locked);
      owner.unlockSnapshot(locked);
      owner.disableFastLaunch(IMAGE);
      ec2.pass(WORK);
      assertThat(owner.describeFastLaunchImages()).isEmpty();
      assertThat(isThere(locked)).isFalse();
    }

    @Test
    @Rules("FAST-15")
    void fails_for_a_snapshot_that_an_image_uses() {
      put();
      enabled(1);
      SnapshotId used = ready(OWNER).get(0).snapshotId();
      ImageId other = owner.registerImage(RegisterImage.builder()
          .name("of fast launch")
          .architecture(Architecture.X86_64)
          .virtualizationType(VirtualizationType.HVM)
          .rootDeviceName(TestLaunch.ROOT)
          .addBlockDeviceMapping(TestLaunch.ebs(TestLaunch.ROOT, root -> root.snapshotId(used)))
          .build());
      ec2.registry.advance();

      owner.disableFastLaunch(IMAGE);
      ec2.pass(WORK);

      assertThat(told().state()).isEqualTo(FastLaunchState.DISABLING_FAILED);
      assertThat(isThere(used)).isTrue();
      owner.deregisterImage(other);
      owner.disableFastLaunch(IMAGE);
      ec2.pass(WORK);
      assertThat(owner.describeFastLaunchImages()).isEmpty();
    }

    @Test
    @Rules({"FAST-16", "FL-08"})
    void by_force_ends_well_but_what_is_left_must_go_before_it_is_enabled_again() {
      put();
      enabled(2);
      SnapshotId locked = ready(OWNER).get(0).snapshotId();
      owner.lockSnapshot(lock(locked));

      owner.disableFastLaunch(new DisableFastLaunch(IMAGE, true));
      ec2.pass(WORK);

      assertThat(owner.describeFastLaunchImages()).isEmpty();
      assertThat(isThere(locked)).isTrue();
      assertSays(
          () -> owner.enableFastLaunch(IMAGE),
          "IncorrectState",
          "Snapshot " + locked + ", which was made for fast launch of the AMI ID"
              + " 'ami-00000000000000abc', must be removed before it can be enabled again.");
      owner.unlockSnapshot(locked);
      owner.deleteSnapshot(locked);
      assertThat(owner.enableFastLaunch(IMAGE).state()).isEqualTo(FastLaunchState.ENABLING);
      assertThat(ec2.state().in(HERE).fastLaunches().snapshots(MINE)).doesNotContain(locked);
    }

    @Test
    @Rules({"FAST-16", "DEC-05"})
    void that_is_told_to_fail_fails_unless_by_force() {
      put();
      enabled(1);
      owner.disableFastLaunch(IMAGE);
      ec2.registry.aws().fail(HERE, MINE, new StateReason("Server.InternalError", "Try again"));
      assertThat(told().state()).isEqualTo(FastLaunchState.DISABLING_FAILED);
      assertThat(told().stateTransitionReason()).isEqualTo("Try again");
      assertThat(readyCount()).isEqualTo(1);

      owner.disableFastLaunch(new DisableFastLaunch(IMAGE, true));
      assertThat(told().state()).isEqualTo(FastLaunchState.DISABLING);
      ec2.registry.aws().fail(HERE, MINE, new StateReason("Server.InternalError", "Try again"));

      assertThat(owner.describeFastLaunchImages()).isEmpty();
      assertThat(readyCount()).isEqualTo(1);
    }

    @Test
    @Rules({"FAST-15", "FAST-17"})
    void is_refused_where_it_is_not_enabled_or_being_disabled() {
      putShared();
      assertSays(
          () -> owner.disableFastLaunch(IMAGE),
          "IncorrectState",
          "Fast launch of the AMI is not enabled.");
      enabled(1);
      assertSays(
          () -> ec2.as(FRIEND).disableFastLaunch(IMAGE),
          "IncorrectState",
          "Fast launch of the AMI is not enabled.");
      owner.disableFastLaunch(IMAGE);
      assertSays(
          () -> owner.disableFastLaunch(IMAGE),
          "IncorrectState",
          "Fast launch of the AMI ID 'ami-00000000000000abc' is disabling.");
    }

    @Test
    @Rules("FAST-20")
    void is_for_the_account_alone_even_if_it_may_launch_no_more() {
      putShared();
      enabled(1);
      ec2.as(FRIEND).enableFastLaunch(request().targetResourceCount(1).build());
      ec2.pass(WORK);
      owner.resetImageAttribute(IMAGE, ImageAttributeName.LAUNCH_PERMISSION);

      ec2.as(FRIEND).disableFastLaunch(IMAGE);
      ec2.pass(WORK);

      assertThat(ec2.as(FRIEND).describeFastLaunchImages()).isEmpty();
      assertThat(
              ec2.as(FRIEND).describeSnapshots(SnapshotQuery.builder().build()).items())
          .noneMatch(snapshot -> snapshot.ownerId().equals(FRIEND));
      assertThat(told().state()).isEqualTo(FastLaunchState.ENABLED);
      assertThat(readyCount()).isEqualTo(1);
    }
  }

  @Nested
  class The_image {
    @Test
    @Rules({"FAST-24", "DEC-122"})
    void takes_fast_launch_of_every_account_along_when_it_is_deregistered() {
      putShared();
      int others =
          owner.describeSnapshots(SnapshotQuery.builder().build()).items().size();
      enabled(2);
      ec2.as(FRIEND).enableFastLaunch(IMAGE);

      owner.deregisterImage(IMAGE);

      assertThat(owner.describeFastLaunchImages()).isEmpty();
      assertThat(ec2.as(FRIEND).describeFastLaunchImages()).isEmpty();
      assertThat(owner.describeSnapshots(SnapshotQuery.builder().build()).items())
          .hasSize(others);
      assertThat(ec2.state().in(HERE).agenda().work()).isEmpty();
      ec2.pass(WORK);
      assertThat(ec2.state().in(HERE).snapshots().ownedBy(FRIEND)).isEmpty();
    }

    @Test
    @Rules({"FAST-24", "DEC-122"})
    void comes_back_from_the_recycle_bin_without_it() {
      put();
      ec2.registry
          .account(OWNER)
          .recycleBinIn(HERE)
          .createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7));
      enabled(1);

      owner.deregisterImage(IMAGE);
      owner.restoreImageFromRecycleBin(IMAGE);

      assertThat(owner.describeFastLaunchImages()).isEmpty();
      assertThat(enable(request -> request).state()).isEqualTo(FastLaunchState.ENABLING);
    }

    @Test
    @Rules("FAST-24")
    void leaves_a_snapshot_that_cannot_be_deleted_to_the_account() {
      put();
      enabled(2);
      SnapshotId locked = ready(OWNER).get(0).snapshotId();
      owner.lockSnapshot(lock(locked));

      owner.deregisterImage(IMAGE);

      assertThat(isThere(locked)).isTrue();
      assertThat(ec2.state().in(HERE).fastLaunches().snapshots(MINE)).isEmpty();
    }

    @Test
    @Rules({"FAST-24", "DEC-122"})
    void keeps_it_when_it_is_disabled() {
      put();
      FastLaunch before = enabled(2);

      owner.disableImage(IMAGE);

      assertThat(told()).isEqualTo(before);
      assertThat(readyCount()).isEqualTo(2);
      owner.enableImage(IMAGE);
      launch(OWNER);
      assertThat(readyCount()).isEqualTo(1);
    }

    @Test
    @Rules("FAST-24")
    void stays_as_it_is_whatever_fast_launch_does() {
      Ami before = put();
      enabled(2);
      owner.disableFastLaunch(IMAGE);
      ec2.pass(WORK);

      assertThat(ec2.state().image(HERE, IMAGE)).contains(before);
    }

    @Test
    @Rules({"FAST-21", "COM-21", "COPY-27"})
    void hands_it_on_to_no_copy_and_to_nobody_it_is_shared_with() {
      putShared();
      enabled(1);

      ImageId copy = owner.copyImage(Copying.copyOf(IMAGE).build());
      ec2.pass(WORK);

      assertThat(owner.describeFastLaunchImages(copy)).isEmpty();
      assertThat(ec2.as(FRIEND).describeFastLaunchImages()).isEmpty();
    }
  }

  @Nested
  class Described {
    @Test
    @Rules({"FAST-17", "FAST-20", "FL-09"})
    void is_what_the_account_has_in_the_region_by_image() {
      putShared();
      Ami other = ec2.put(TestImages.image(1, ec2.snapshot()).windows().build());
      owner.enableFastLaunch(other.imageId());
      enable(request -> request);
      ec2.as(FRIEND).enableFastLaunch(IMAGE);

      assertThat(owner.describeFastLaunchImages())
          .extracting(FastLaunch::imageId)
          .containsExactly(IMAGE, other.imageId());
      assertThat(owner.describeFastLaunchImages(other.imageId(), TestImages.UNKNOWN))
          .extracting(FastLaunch::imageId)
          .containsExactly(other.imageId());
      assertThat(ec2.as(FRIEND).describeFastLaunchImages())
          .extracting(FastLaunch::id)
          .containsExactly(FRIENDS);
      assertThat(ec2.as(OWNER, THERE).describeFastLaunchImages()).isEmpty();
    }

    @ParameterizedTest
    @Rules("FAST-23")
    @CsvSource({
      "resource-type, snapshot, true",
      "resource-type, volume, false",
      "owner-id, 111122223333, true",
      "owner-id, 444455556666, false",
      "state, enabling, true",
      "state, enab*, true",
      "state, enabled, false"
    })
    void is_what_filters_find(String name, String value, boolean found) {
      put();
      enable(request -> request);

      assertThat(owner.call(DescribeFastLaunchImages.of(Filter.of(name, value))).items())
          .hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @Rules({"FAST-23", "DEC-106"})
    @ValueSource(strings = {"launch-template", "image-id", "State"})
    void is_not_what_any_other_filter_finds(String name) {
      assertRefused(
          ec2::state,
          () -> owner.call(DescribeFastLaunchImages.of(Filter.of(name, "any"))),
          "InvalidParameterValue",
          "query.filter-name");
    }

    @ParameterizedTest
    @Rules("FAST-23")
    @CsvSource({
      "-1, greater than or equal to 0",
      "201, less than or equal to 200",
    })
    void is_not_on_pages_of_any_other_size(int size, String constraint) {
      assertSays(
          () -> owner.call(DescribeFastLaunchImages.of().on(PageRequest.of(size))),
          "InvalidParameterValue",
          "1 validation error detected: Value '" + size
              + "' at 'maxResults' failed to satisfy constraint: Member must have value "
              + constraint);
    }

    @Test
    @Rules("FAST-23")
    void is_on_pages_of_up_to_two_hundred_and_of_as_many_without_a_size() {
      TestRegistry many = new TestRegistry(RegistrySettings.builder()
          .quotas(Quotas.builder().fastLaunchesInParallel(10_000).build())
          .build());
      SnapshotId root = many.snapshot();
      List<ImageId> images = new ArrayList<>();
      IntStream.rangeClosed(1, 201)
          .forEach(number -> images.add(many.owner()
              .enableFastLaunch(
                  many.put(TestImages.image(number, root).windows().build()).imageId())
              .imageId()));

      for (PageRequest page :
          List.of(PageRequest.first(), PageRequest.of(0), PageRequest.of(200))) {
        Page<FastLaunch> first = many.owner().call(DescribeFastLaunchImages.of().on(page));
        assertThat(first.items())
            .extracting(FastLaunch::imageId)
            .containsExactlyElementsOf(images.subList(0, 200));
        assertThat(many.owner()
                .call(DescribeFastLaunchImages.of()
                    .on(page.after(first.nextToken().orElseThrow())))
                .items())
            .extracting(FastLaunch::imageId)
            .containsExactly(images.get(200));
      }
    }
  }

  @Test
  @Rules("DEC-122")
  void a_permission_to_launch_is_all_that_it_takes() {
    put(image -> image
        .addLaunchPermission(LaunchPermission.everyone())
        .deprecationTime(START.plus(Duration.ofDays(365))));

    assertThat(ec2.as(STRANGER).enableFastLaunch(IMAGE).ownerId()).isEqualTo(STRANGER);
    ec2.pass(WORK);
    assertThat(ready(STRANGER)).hasSize(5);
  }
}
