package dev.amikit.registry.instance;

import static dev.amikit.lifecycle.ModifyLaunchPermission.revoke;
import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.ErrorCode.INCORRECT_INSTANCE_STATE;
import static dev.amikit.rule.ErrorCode.INCORRECT_STATE;
import static dev.amikit.rule.ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_VOLUME_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.ErrorCode.VOLUME_IN_USE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.RuleCatalogue;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ImageDeregistered;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {
  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  @Nested
  class Image_metadata {
    @Test
    @Rules({"LIFE-22", "USE-10", "REF-01"})
    void is_told_of_an_image_that_is_public_deprecated_and_deregistered() {
      at.putPublic();
      Instance instance =
          ec2.as(FRIEND).runInstances(TestLaunch.request().build()).instances().get(0);

      InstanceImageMetadata before = told(instance);
      ec2.registry
          .aws()
          .happen(new RegistryEvent.ImageChanged(HERE, IMAGE, new ImageDeregistered()));
      InstanceImageMetadata after = told(instance);
      ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, IMAGE));
      InstanceImageMetadata purged = told(instance);

      assertThat(before)
          .isEqualTo(new InstanceImageMetadata(
              instance.instanceId(),
              "m7i.large",
              START,
              Optional.of(HERE + "a"),
              InstanceState.RUNNING,
              FRIEND,
              Tags.none(),
              new ImageMetadata(
                  IMAGE,
                  Optional.of(ImageName.of("golden")),
                  OWNER,
                  UserId.of(OWNER), // DEC-157: was absent
                  AmiState.AVAILABLE,
                  Optional.of(START),
                  Optional.of(START.plusSeconds(86_400)),
                  Optional.empty(),
                  true,
                  ImmutableList.of())));
      assertThat(after.imageMetadata().state()).isEqualTo(AmiState.DEREGISTERED);
      assertThat(after.imageMetadata().isPublic()).isFalse();
      assertThat(after.imageMetadata().name()).contains(ImageName.of("golden"));
      assertThat(purged).isEqualTo(after);
    }

    @Test
    @Rules({"LIFE-22", "REF-01"})
    void is_told_of_an_image_that_is_no_longer_shared_nor_allowed() {
      ImageWatermark watermark = new ImageWatermark(
          WatermarkKey.parse("111122223333:approved"),
          ImageId.of("ami-00000000000000def"),
          HERE,
          START,
          START);
      at.put(image -> image
          .addLaunchPermission(LaunchPermission.userId(FRIEND))
          .imageOwnerAlias(OwnerAlias.AWS_MARKETPLACE)
          .deprecationTime(START.plusSeconds(86_400))
          .addImageWatermark(watermark));
      Instance instance =
          ec2.as(FRIEND).runInstances(TestLaunch.request().build()).instances().get(0);
      ImageMetadata shared = told(instance).imageMetadata();

      ec2.owner().modifyImageAttribute(IMAGE, revoke(LaunchPermission.userId(FRIEND)));
      assertThat(ec2.as(FRIEND).describeImage(IMAGE)).isEmpty();
      assertThat(told(instance).imageMetadata()).isEqualTo(shared);

      ec2.as(FRIEND).enableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED);
      assertThat(told(instance).imageMetadata())
          .isEqualTo(new ImageMetadata(
              IMAGE,
              Optional.of(ImageName.of("golden")),
              OWNER,
              UserId.of("aws-marketplace"),
              AmiState.AVAILABLE,
              Optional.of(START),
              Optional.of(START.plusSeconds(86_400)),
              Optional.of(false),
              false,
              ImmutableList.of(watermark)));
    }

    @Test
    @Rules({"USE-10", "REF-02", "ERR-22"})
    void is_refused_for_unknown_and_foreign_instances() {
      at.put(image -> image);
      Instance instance = at.launch();

      assertRefused(
          ec2::state,
          () -> ec2.as(STRANGER).describeInstanceImageMetadata(instance.instanceId()),
          INVALID_INSTANCE_ID_NOT_FOUND,
          Instance.EXISTS);
      assertRefused(
          ec2::state,
          () -> ec2.owner()
              .describeInstanceImageMetadata(
                  instance.instanceId(), InstanceId.of("i-0123456789abcdef0")),
          INVALID_INSTANCE_ID_NOT_FOUND,
          Instance.EXISTS);
      assertThat(ec2.as(STRANGER).describeInstanceImageMetadata()).isEmpty();
    }

    @Test
    @Rules("REF-02")
    void is_told_of_terminated_instances_for_an_hour() {
      at.put(image -> image);
      Instance instance = at.launch();
      ec2.owner().terminateInstances(instance.instanceId());

      ec2.pass(Duration.ofMinutes(59));
      assertThat(ec2.owner().describeInstanceImageMetadata()).hasSize(1);
      ec2.pass(Duration.ofMinutes(1));
      assertThat(ec2.owner().describeInstanceImageMetadata()).isEmpty();
      assertRefused(
          ec2::state,
          () -> ec2.owner().describeInstanceImageMetadata(instance.instanceId()),
          INVALID_INSTANCE_ID_NOT_FOUND,
          Instance.EXISTS);
    }

    @Test
    @Rules("REF-03")
    void is_asked_for_at_most_1000_instances() {
      InstanceId[] ids = IntStream.rangeClosed(0, 1_000)
          .mapToObj(i -> InstanceId.of("i-%017x".formatted(i)))
          .toArray(InstanceId[]::new);

      assertRefused(
          ec2::state,
          () -> ec2.owner().describeInstanceImageMetadata(ids),
          INVALID_PARAMETER_VALUE,
          PageRules.IDS_LIMIT);
    }

    @Test
    @Rules("REF-03")
    void is_told_in_pages_of_1_to_1_000() {
      at.put(image -> image);
      ImmutableList<InstanceImageMetadata> all =
          ec2.owner().runInstances(TestLaunch.request().maxCount(5).build()).instances().stream()
              .map(instance -> told(OWNER, instance))
              .collect(ImmutableList.toImmutableList());
      DescribeInstanceImageMetadata request = new DescribeInstanceImageMetadata(ImmutableSet.of());

      for (int size : new int[] {-1, 0, 1_001}) {
        assertRefused(
            ec2::state,
            () -> ec2.owner().describeInstanceImageMetadata(request.on(PageRequest.of(size))),
            INVALID_PARAMETER_VALUE,
            PageRules.OF_LIST);
      }
      Page<InstanceImageMetadata> first =
          ec2.owner().describeInstanceImageMetadata(request.on(PageRequest.of(4)));
      Page<InstanceImageMetadata> second = ec2.owner()
          .describeInstanceImageMetadata(
              request.on(PageRequest.of(1).after(first.nextToken().orElseThrow())));
      assertThat(Iterables.concat(first.items(), second.items()))
          .containsExactlyInAnyOrderElementsOf(all);
      assertThat(first.items()).hasSize(4);
      assertThat(second.nextToken()).isEmpty();
      assertThat(ec2.owner().describeInstanceImageMetadata(request).items())
          .isEqualTo(ec2.owner().describeInstanceImageMetadata());
    }

    @ParameterizedTest
    @CsvSource({
      "instance-type,m7i.*,2",
      "instance-type,M7I.LARGE,0",
      "instance-state-name,stopped,1",
      "launch-time,2026-11-01T12:00:00.000Z,1",
      "launch-time,2026-11-01T13*,1",
      "owner-id,111122223333,2",
      "owner-id,444455556666,0",
      "owner-alias,amazon,0",
      "owner-alias,111122223333,2",
      "image-allowed,true,0",
      "availability-zone,us-east-1a,2",
      "availability-zone,us-east-1b,0",
      "zone-id,*,0",
      "tag:env,prod,1",
      "tag:env,dev,0",
      "tag-key,e*,1",
      "instance-id,i-*,2",
    })
    @Rules("REF-03")
    void is_filtered(String name, String value, int found) {
      at.putPublic();
      Ec2 friend = ec2.as(FRIEND);
      Instance first =
          friend.runInstances(TestLaunch.request().build()).instances().get(0);
      ec2.pass(Duration.ofHours(1));
      friend.runInstances(TestLaunch.request()
          .addTagSpecification(TagSpecification.instance(Tags.of("env", "prod")))
          .build());
      friend.stopInstances(first.instanceId());

      assertThat(told(friend, name, value)).hasSize(found);
    }

    @Test
    @Rules("REF-03")
    void is_told_in_pages_of_1_000_unless_another_size_is_asked_for() {
      at.put(image -> image);
      ec2.owner().runInstances(TestLaunch.request().maxCount(1_000).build());
      at.launch();
      DescribeInstanceImageMetadata request = new DescribeInstanceImageMetadata(ImmutableSet.of());

      Page<InstanceImageMetadata> first = ec2.owner().describeInstanceImageMetadata(request);
      Page<InstanceImageMetadata> second = ec2.owner()
          .describeInstanceImageMetadata(
              request.on(PageRequest.first().after(first.nextToken().orElseThrow())));

      assertThat(first.items()).hasSize(1_000);
      assertThat(second.items()).hasSize(1);
      assertThat(second.nextToken()).isEmpty();
    }

    @Test
    @Rules({"REF-03", "ALLOW-23"})
    void is_filtered_by_whether_its_image_would_be_allowed() {
      at.putPublic();
      Ec2 friend = ec2.as(FRIEND);
      friend.runInstances(TestLaunch.request().build());
      friend.enableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED);
      assertThat(told(friend, "image-allowed", "true")).isEmpty();
      assertThat(told(friend, "image-allowed", "false")).hasSize(1);
      friend.replaceImageCriteriaInAllowedImagesSettings(ImageCriterion.imageNames("golden"));
      assertThat(told(friend, "image-allowed", "true")).hasSize(1);
      assertThat(told(friend, "image-allowed", "false")).isEmpty();
    }

    private ImmutableList<InstanceImageMetadata> told(Ec2 ec2, String filter, String value) {
      return ec2.describeInstanceImageMetadata(
              new DescribeInstanceImageMetadata(ImmutableSet.of(), Filter.of(filter, value)))
          .items();
    }

    @Test
    @Rules("REF-03")
    void is_not_filtered_by_anything_else() {
      assertRefused(
          ec2::state,
          () -> ec2.owner()
              .describeInstanceImageMetadata(
                  new DescribeInstanceImageMetadata(ImmutableSet.of(), Filter.of("image-id", "x"))),
          INVALID_PARAMETER_VALUE,
          RuleCatalogue.find(new RuleId("query.filter-name")).orElseThrow());
    }

    private InstanceImageMetadata told(AccountId account, Instance instance) {
      return ec2.as(account)
          .describeInstanceImageMetadata(instance.instanceId())
          .get(0);
    }

    private InstanceImageMetadata told(Instance instance) {
      return told(FRIEND, instance);
    }
  }

  @Nested
  class A_volume {
    @Test
    @Rules({"PAID-02", "BDM-23", "BDM-26"})
    void takes_size_and_product_codes_of_its_snapshot() {
      ProductCode code = ProductCode.marketplace("abcdef");
      SnapshotId snapshot = ec2.snapshot(OWNER, s -> s.volumeSize(12).addProductCode(code));

      Volume volume =
          ec2.owner().createVolume(EbsBlockDevice.builder().snapshotId(snapshot).build());

      assertThat(volume.size()).isEqualTo(12);
      assertThat(volume.volumeType()).isEqualTo(VolumeType.GP2);
      assertThat(volume.productCodes()).isEqualTo(ImmutableSet.of(code));
    }

    @Test
    @Rules({"DEC-142", "BDM-24"})
    void has_room_for_its_snapshot_even_if_asked_for_smaller() {
      EbsBlockDevice eight = EbsBlockDevice.builder()
          .snapshotId(ec2.snapshot())
          .volumeType(VolumeType.GP3)
          .volumeSize(8)
          .build();
      // DEC-142 took the refusal by BDM-24 from CreateVolume.
      assertThat(
              ec2.owner().createVolume(eight.toBuilder().volumeSize(7).build()).size())
          .isEqualTo(8);
      assertThat(ec2.owner().createVolume(eight).size()).isEqualTo(8);
      assertThat(
              ec2.owner().createVolume(eight.toBuilder().volumeSize(9).build()).size())
          .isEqualTo(9);
    }

    @Test
    @Rules({"BDM-19", "VOL-06", "DEC-141", "DEC-143"})
    void is_held_to_the_rules_of_volumes() {
      assertRefused(
          ec2::state,
          () -> ec2.owner().createVolume(EbsBlockDevice.builder().build()),
          MISSING_PARAMETER, // DEC-141: a mapping keeps InvalidBlockDeviceMapping
          CreateVolume.SIZE_OR_SNAPSHOT);
      assertRefused(
          ec2::state,
          () -> ec2.owner()
              .createVolume(EbsBlockDevice.blank(VolumeType.GP3, 100).toBuilder()
                  .iops(99) // DEC-143: 100 to 2,999 are taken
                  .build()),
          INVALID_PARAMETER_VALUE,
          DeviceRules.IOPS_RANGE);
      SnapshotId foreign = ec2.snapshot(STRANGER, s -> s);
      assertRefused(
          ec2::state,
          () -> ec2.owner()
              .createVolume(EbsBlockDevice.builder().snapshotId(foreign).build()),
          INVALID_SNAPSHOT_NOT_FOUND,
          Snapshot.EXISTS);
    }

    @Test
    @Rules({"DEV-11", "BDM-30"})
    void is_attached_as_a_free_device_and_stays_after_termination() {
      at.put(image -> image);
      Instance instance = at.launch();
      VolumeId volume =
          ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10)).volumeId();

      for (String used : new String[] {"/dev/xvda", "xvda"}) {
        assertRefused(
            ec2::state,
            () -> ec2.owner().attachVolume(volume, instance.instanceId(), DeviceName.of(used)),
            INVALID_PARAMETER_VALUE,
            AttachVolume.DEVICE_FREE);
      }
      ec2.owner().attachVolume(volume, instance.instanceId(), DATA);
      assertThat(TestLaunch.attachment(at.now(instance.instanceId()), DATA).deleteOnTermination())
          .isFalse();
      ec2.owner().terminateInstances(instance.instanceId());
      assertThat(ec2.registry.state().volume(HERE, volume)).isPresent();
    }

    @Test
    @Rules("VOL-14")
    void is_attached_to_one_instance_at_a_time() {
      at.put(image -> image.addBlockDeviceMapping(ebs(DATA, v -> v.volumeSize(10))));
      Instance first = at.launch();
      Instance second = at.launch();
      VolumeId root = TestLaunch.attachment(first, ROOT).volumeId();
      VolumeId data = TestLaunch.attachment(first, DATA).volumeId();
      DeviceName device = DeviceName.of("/dev/sdh");

      assertThat(at.volume(first, ROOT).instanceId()).contains(first.instanceId());
      for (Instance instance : new Instance[] {first, second}) {
        assertRefused(
            ec2::state,
            () -> ec2.owner().attachVolume(root, instance.instanceId(), device),
            VOLUME_IN_USE, // DEC-148
            AttachVolume.AVAILABLE);
      }
      // DEC-148: before, a volume that the instance does not have was detached in silence.
      InstanceId other = second.instanceId();
      assertRefused(
          ec2::state,
          () -> ec2.owner().detachVolume(root, other),
          INCORRECT_STATE,
          DetachVolume.ATTACHED);
      ec2.owner().stopInstances(first.instanceId());
      ec2.owner().detachVolume(root, first.instanceId());
      ec2.owner().attachVolume(root, second.instanceId(), device);
      second = at.now(second.instanceId());
      assertThat(at.volume(second, device).instanceId()).contains(second.instanceId());
      ec2.owner().terminateInstances(first.instanceId());
      ec2.owner().attachVolume(data, second.instanceId(), DeviceName.of("/dev/sdi"));
      assertThat(at.now(second.instanceId()).volumes()).hasSize(4);
    }

    @Test
    void is_attached_only_to_instances_that_are_there() {
      at.put(image -> image);
      InstanceId foreign = at.launch().instanceId();
      InstanceId gone = at.launch().instanceId();
      ec2.owner().terminateInstances(gone);

      VolumeId mine =
          ec2.as(FRIEND).createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10)).volumeId();
      assertRefused(
          ec2::state,
          () -> ec2.as(FRIEND).attachVolume(mine, foreign, DATA),
          INVALID_INSTANCE_ID_NOT_FOUND,
          Instance.EXISTS);
      VolumeId own =
          ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10)).volumeId();
      assertRefused(
          ec2::state,
          () -> ec2.owner().attachVolume(own, gone, DATA),
          INCORRECT_STATE,
          AttachVolume.INSTANCE_STATE);
      ec2.owner().stopInstances(foreign);
      ec2.owner().attachVolume(own, foreign, DATA);
      assertThat(at.now(foreign).volumes()).containsKey(DATA);
    }

    @Test
    void is_detached_and_only_own_ones_are_attached() {
      at.put(image -> image);
      Instance instance = at.launch();
      VolumeId foreign = ec2.as(STRANGER)
          .createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10))
          .volumeId();

      assertRefused(
          ec2::state,
          () -> ec2.owner().attachVolume(foreign, instance.instanceId(), DATA),
          INVALID_VOLUME_NOT_FOUND,
          Volume.EXISTS);
      VolumeId root = TestLaunch.attachment(instance, ROOT).volumeId();
      ec2.owner().stopInstances(instance.instanceId()); // DEC-148
      ec2.owner().detachVolume(root, instance.instanceId());
      assertThat(at.now(instance.instanceId()).volumes()).isEmpty();
    }
  }

  @Test
  void a_terminated_instance_is_neither_started_nor_stopped_but_terminated_again() {
    at.put(image -> image);
    InstanceId id = at.launch().instanceId();
    assertThat(ec2.owner().terminateInstances(id))
        .containsExactly(
            new InstanceStateChange(id, InstanceState.TERMINATED, InstanceState.RUNNING));
    Instance gone = at.now(id);

    // DEC-148: IncorrectState before.
    assertRefused(
        ec2::state,
        () -> ec2.owner().startInstances(id),
        INCORRECT_INSTANCE_STATE,
        InstanceRules.STATE);
    assertRefused(
        ec2::state,
        () -> ec2.owner().stopInstances(id),
        INCORRECT_INSTANCE_STATE,
        InstanceRules.STATE);
    assertThat(ec2.owner().terminateInstances(id))
        .containsExactly(
            new InstanceStateChange(id, InstanceState.TERMINATED, InstanceState.TERMINATED));
    assertThat(at.now(id)).isEqualTo(gone);
  }

  @Test
  void an_instance_on_instance_store_is_not_stopped() {
    at.put(image -> image
        .rootDeviceType(DeviceType.INSTANCE_STORE)
        .rootDeviceName(Optional.empty())
        .blockDeviceMappings(ImmutableList.of()));
    InstanceId id = at.launch().instanceId();

    assertRefused(
        ec2::state,
        () -> ec2.owner().stopInstances(id),
        UNSUPPORTED_OPERATION,
        InstanceRules.STOPPABLE);
  }

  @Test
  @Rules({"LAUNCH-42"})
  void every_event_of_instances_and_volumes_replays_to_an_equal_state() {
    at.put(image -> image);
    ImmutableList.Builder<RegistryEvent> events = ImmutableList.builder();
    PartitionState before = ec2.registry.state();
    ec2.listen(told -> events.add(told.event()));
    Instance instance = at.launch();
    ec2.owner().stopInstances(instance.instanceId());
    ec2.owner()
        .createImage(CreateImage.builder()
            .instanceId(instance.instanceId())
            .name(ImageName.of("made"))
            .build());
    ec2.owner().terminateInstances(instance.instanceId());

    assertThat(before.after(events.build())).isEqualTo(ec2.registry.state());
  }
}
