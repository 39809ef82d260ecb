package dev.amikit.registry.snapshot;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Snapshots of the volumes of an instance, of one moment. */
class CreateSnapshotsTest {
  private static final Duration WORK = Duration.ofMinutes(10);
  private static final DeviceName MORE = DeviceName.of("/dev/sdg");
  private static final StateReason REASON = new StateReason("Server.InternalError", "No luck");

  private final TestLaunch launch =
      new TestLaunch(TestRegistry.completing(CompletionPolicy.after(WORK)));
  private final TestRegistry ec2 = launch.ec2;
  private final Ec2 owner = ec2.owner();
  private final InstanceId instance;
  private final VolumeId root;
  private final VolumeId data;
  private final VolumeId more;

  CreateSnapshotsTest() {
    launch.put(image -> image);
    Instance launched = launch.launch(
        BlockDeviceMapping.ebs(DATA, EbsBlockDevice.blank(VolumeType.GP3, 20)),
        BlockDeviceMapping.ebs(
            MORE,
            EbsBlockDevice.builder()
                .volumeType(VolumeType.GP3)
                .volumeSize(30)
                .encrypted(true)
                .kmsKeyId(TestKeys.CUSTOMER)
                .build()));
    instance = launched.instanceId();
    root = volume(launched, ROOT);
    data = volume(launched, DATA);
    more = volume(launched, MORE);
  }

  private static VolumeId volume(Instance instance, DeviceName device) {
    return TestLaunch.attachment(instance, device).volumeId();
  }

  private CreateSnapshots request(
      boolean excludeBoot,
      ImmutableSet<VolumeId> excluded,
      UnaryOperator<CreateSnapshots.Builder> change) {
    return change
        .apply(CreateSnapshots.builder()
            .instanceSpecification(new InstanceSpecification(instance, excludeBoot, excluded)))
        .build();
  }

  private List<VolumeId> volumesOf(boolean excludeBoot, VolumeId... excluded) {
    return owner
        .createSnapshots(request(excludeBoot, ImmutableSet.copyOf(excluded), any -> any))
        .stream()
        .map(snapshot -> snapshot.volumeId().orElseThrow())
        .toList();
  }

  private Snapshot now(SnapshotId id) {
    return ec2.state().snapshot(HERE, id).orElseThrow();
  }

  private List<SnapshotState> states(List<Snapshot> set) {
    return set.stream().map(snapshot -> now(snapshot.snapshotId()).state()).toList();
  }

  @Test
  @Rules({"SNAP-17", "SNAP-14", "SNAP-19", "DEC-156"})
  void are_one_of_each_volume_begun_at_one_time_and_encrypted_as_it_is() {
    ec2.clock.pass(Duration.ofNanos(1_500_000));
    List<Snapshot> set =
        owner.createSnapshots(request(false, ImmutableSet.of(), it -> it.description("nightly")));

    assertThat(set)
        .extracting(snapshot -> snapshot.volumeId().orElseThrow())
        .containsExactly(root, data, more);
    assertThat(set).allSatisfy(snapshot -> {
      assertThat(snapshot.startTime()).isEqualTo(START.plusMillis(1));
      assertThat(snapshot.description()).contains("nightly");
      assertThat(snapshot.ownerId()).isEqualTo(OWNER);
      assertThat(snapshot.state()).isEqualTo(SnapshotState.PENDING);
      assertThat(snapshot.progress()).isEqualTo(OptionalInt.empty());
    });
    assertThat(set).extracting(Snapshot::volumeSize).containsExactly(8, 20, 30);
    assertThat(set).extracting(Snapshot::isEncrypted).containsExactly(false, false, true);
    assertThat(now(set.get(2).snapshotId()).kmsKeyId()).contains(TestKeys.CUSTOMER);
    ec2.pass(WORK);
    assertThat(states(set)).containsOnly(SnapshotState.COMPLETED);
  }

  @Test
  @Rules("SNAP-22")
  void leave_out_the_boot_volume_and_data_volumes() {
    assertThat(volumesOf(false)).containsExactly(root, data, more);
    assertThat(volumesOf(true)).containsExactly(data, more);
    assertThat(volumesOf(false, data)).containsExactly(root, more);
    assertThat(volumesOf(true, more)).containsExactly(data);
  }

  @Test
  void are_made_of_a_stopped_instance_too() {
    owner.stopInstances(instance);
    assertThat(owner.createSnapshots(instance)).hasSize(3);
  }

  @Nested
  class Together {
    @Test
    @Rules({"SNAP-17", "SNAP-13"})
    void they_fail_where_one_fails() {
      List<Snapshot> set = owner.createSnapshots(instance);
      List<Snapshot> other = owner.createSnapshots(instance);

      ec2.registry.aws().fail(HERE, set.get(1).snapshotId(), REASON);

      assertThat(states(set)).containsOnly(SnapshotState.ERROR);
      assertThat(set)
          .allSatisfy(snapshot ->
              assertThat(now(snapshot.snapshotId()).stateMessage()).contains("No luck"));
      assertThat(states(other)).containsOnly(SnapshotState.PENDING);
      assertThat(ec2.state().in(HERE).agenda().count(OWNER, Task.Kind.SNAPSHOT_CREATION))
          .isEqualTo(3);
      ec2.pass(WORK);
      assertThat(states(other)).containsOnly(SnapshotState.COMPLETED);
      assertThat(states(set)).containsOnly(SnapshotState.ERROR);
    }

    @Test
    @Rules({"SNAP-17", "SNAP-13"})
    void they_fail_but_for_what_is_completed_or_gone() {
      List<Snapshot> set = owner.createSnapshots(instance);
      ec2.registry.aws().complete(HERE, set.get(0).snapshotId());
      owner.deleteSnapshot(set.get(2).snapshotId());

      ec2.registry.aws().fail(HERE, set.get(1).snapshotId(), REASON);

      assertThat(now(set.get(0).snapshotId()).state()).isEqualTo(SnapshotState.COMPLETED);
      assertThat(now(set.get(1).snapshotId()).state()).isEqualTo(SnapshotState.ERROR);
      assertThat(ec2.state().snapshot(HERE, set.get(2).snapshotId())).isEmpty();
      assertThat(ec2.state().in(HERE).agenda().tasks())
          .noneMatch(task -> task.kind().isWork());
    }

    @Test
    @Rules({"SNAP-17", "DEC-05"})
    void they_fail_if_that_is_the_policy() {
      TestLaunch failing =
          new TestLaunch(TestRegistry.completing(CompletionPolicy.whenTold().failing(REASON)));
      failing.put(image -> image);
      InstanceId id = failing
          .launch(BlockDeviceMapping.ebs(DATA, EbsBlockDevice.blank(VolumeType.GP3, 20)))
          .instanceId();
      List<Snapshot> set = failing.ec2.owner().createSnapshots(id);

      assertThat(failing.ec2.registry.aws().completeAll(HERE)).hasSize(2);

      assertThat(set)
          .allSatisfy(snapshot -> assertThat(failing
                  .ec2
                  .state()
                  .snapshot(HERE, snapshot.snapshotId())
                  .orElseThrow()
                  .state())
              .isEqualTo(SnapshotState.ERROR));
    }

    @Test
    @Rules("SNAP-17")
    void they_come_to_be_or_none_does() {
      owner.createTags(Tags.from(many(40, "volume")), more);
      Object before = ec2.state();

      assertSays(
          () -> owner.createSnapshots(request(
              false,
              ImmutableSet.of(),
              it -> it.copyTagsFromSource("volume")
                  .addTagSpecification(TagSpecification.snapshot(Tags.from(many(20, "given")))))),
          "TagLimitExceeded",
          "The maximum number of Tags for a resource has been reached.");
      assertThat(ec2.state()).isEqualTo(before);
    }
  }

  private static ImmutableList<Tag> many(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(i -> Tag.of(prefix + i, ""))
        .collect(ImmutableList.toImmutableList());
  }

  @Nested
  class Tags_of_them {
    @Test
    @Rules({"TAG-17", "COM-17"})
    void are_those_of_the_request_for_each() {
      List<Snapshot> set = owner.createSnapshots(request(
          false,
          ImmutableSet.of(),
          it -> it.addTagSpecification(TagSpecification.snapshot(Tags.of("env", "prod")))));

      assertThat(set).extracting(Snapshot::tags).containsOnly(Tags.of("env", "prod"));
      assertSays(
          () -> owner.createSnapshots(request(
              false,
              ImmutableSet.of(),
              it -> it.addTagSpecification(TagSpecification.volume(Tags.of("env", "prod"))))),
          "InvalidParameterValue",
          "'volume' is not a valid taggable resource type for this operation.");
    }

    @Test
    void are_those_of_the_volume_too_if_asked_for_and_the_request_wins() {
      owner.createTags(Tags.of(Tag.of("env", "test"), Tag.of("disk", "data")), data);
      TagSpecification given = TagSpecification.snapshot(Tags.of("env", "prod"));

      assertThat(owner.createSnapshots(request(
              true,
              ImmutableSet.of(),
              it -> it.copyTagsFromSource("volume").addTagSpecification(given))))
          .extracting(snapshot -> snapshot.tags().asMap())
          .containsExactly(
              ImmutableMap.of("env", "prod", "disk", "data"), ImmutableMap.of("env", "prod"));
      assertThat(owner.createSnapshots(
              request(true, ImmutableSet.of(), it -> it.addTagSpecification(given))))
          .extracting(Snapshot::tags)
          .containsOnly(Tags.of("env", "prod"));
      assertSays(
          () -> owner.createSnapshots(
              request(true, ImmutableSet.of(), it -> it.copyTagsFromSource("instance"))),
          "InvalidParameterValue",
          "Invalid value 'instance' for copyTagsFromSource. Allowed values are ('volume')");
    }
  }

  @Nested
  class A_request {
    @Test
    @Rules("SNAP-22")
    void does_not_leave_out_the_root_as_a_data_volume() {
      assertSays(
          () -> volumesOf(false, root),
          "InvalidParameterValue",
          "Value (" + root
              + ") for parameter excludeDataVolumeId is invalid. It must be a data volume of instance "
              + instance + ".");
      assertThatThrownBy(() -> volumesOf(false, data, more, root))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.violations())
                  .extracting(Violation::path)
                  .containsExactly("instanceSpecification.excludeDataVolumeIds[2]"));
    }

    @Test
    @Rules({"SNAP-22", "DEC-140"})
    void leaves_out_volumes_of_the_instance_only() {
      VolumeId free =
          owner.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
      assertSays(
          () -> volumesOf(false, free),
          "InvalidParameterValue",
          "Value (" + free
              + ") for parameter excludeDataVolumeId is invalid. It must be a data volume of instance "
              + instance + ".");
      assertSays(
          () -> volumesOf(false, VolumeId.of("vol-0123456789abcdef0")),
          "InvalidVolume.NotFound",
          "The volume 'vol-0123456789abcdef0' does not exist.");
    }

    @Test
    @Rules("SNAP-22")
    void leaves_out_at_most_40_volumes() {
      VolumeId[] volumes = IntStream.range(0, 41)
          .mapToObj(i -> VolumeId.of("vol-%017x".formatted(i + 1)))
          .toArray(VolumeId[]::new);
      assertSays(
          () -> volumesOf(false, volumes),
          "InvalidParameterValue",
          "The maximum number of volume IDs specified on a single call is 40");
    }

    @Test
    @Rules("SNAP-22")
    void leaves_something_to_make_snapshots_of() {
      String message =
          "Invalid value '%s' for instanceId. It has no volumes to create snapshots of.";
      assertSays(
          () -> volumesOf(true, data, more), "InvalidParameterValue", message.formatted(instance));
      owner.terminateInstances(instance);
      assertSays(
          () -> owner.createSnapshots(instance),
          "InvalidParameterValue",
          message.formatted(instance));
    }

    @Test
    void is_about_an_instance_of_the_caller() {
      assertSays(
          () -> ec2.as(FRIEND).createSnapshots(instance),
          "InvalidInstanceID.NotFound",
          "The instance ID '%s' does not exist".formatted(instance));
      assertSays(
          () -> CreateSnapshots.builder().build(),
          "MissingParameter",
          "The request must contain the parameter InstanceSpecification");
    }

    @Test
    @Rules({"SNAP-24", "DEC-09"})
    void is_for_the_region() {
      assertSays(
          () -> owner.createSnapshots(request(
              false,
              ImmutableSet.of(),
              it -> it.outpostArn(
                  "arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"))),
          "UnsupportedOperation",
          "The parameter outpostArn is not supported in this Region.");
      assertSays(
          () ->
              owner.createSnapshots(request(false, ImmutableSet.of(), it -> it.location("local"))),
          "UnsupportedOperation",
          "The parameter location is not supported in this Region.");
    }

    @Test
    @Rules("DEC-16")
    void has_a_description_of_at_most_255_characters() {
      String tooLong = "x".repeat(256);
      assertSays(
          () -> owner.createSnapshots(
              request(false, ImmutableSet.of(), it -> it.description(tooLong))),
          "InvalidParameterValue",
          "Value (%s) for parameter description is invalid. It exceeds 255 characters"
              .formatted(tooLong));
      assertThat(owner.createSnapshots(
              request(false, ImmutableSet.of(), it -> it.description("x".repeat(255)))))
          .hasSize(3);
    }
  }
}
