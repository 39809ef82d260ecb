package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestLaunch.request;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.ErrorCode.AUTH_FAILURE;
import static dev.amikit.rule.ErrorCode.INCORRECT_STATE;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_UNAVAILABLE;
import static dev.amikit.rule.ErrorCode.INVALID_BLOCK_DEVICE_MAPPING;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_DEPENDENCY;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static dev.amikit.rule.ErrorCode.OPT_IN_REQUIRED;
import static dev.amikit.rule.ErrorCode.UNKNOWN_VOLUME_TYPE;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.ErrorCode.VCPU_LIMIT_EXCEEDED;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.AccountSettings;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.ImageDeregistered;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestInstanceTypes;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.ImageAccess;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunInstancesTest {
  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  @Nested
  class An_image {
    @Test
    @Rules({"LAUNCH-01", "LAUNCH-02", "DEC-124"})
    void is_named_by_an_id() {
      assertThatThrownBy(() -> RunInstances.builder().instanceType("m7i.large").build())
          .isInstanceOf(MissingAttributesException.class)
          .hasMessageContainingAll("MissingParameter", "imageId");
      assertThatThrownBy(() -> ImageId.of("ami-xyz"))
          .isInstanceOf(RuleViolationException.class)
          .hasMessageContaining("InvalidAMIID.Malformed");
    }

    @Test
    @Rules({"LAUNCH-03", "COM-01"})
    void exists_in_the_region_of_the_launch() {
      at.putPublic();

      assertThat(ec2.as(STRANGER)
              .runInstances(request().build())
              .instances()
              .get(0)
              .image()
              .imageId())
          .isEqualTo(IMAGE);
      assertRefused(
          ec2::state,
          () -> ec2.as(OWNER, THERE).runInstances(request().build()),
          INVALID_AMI_ID_NOT_FOUND,
          ImageAccess.EXISTS);
    }

    @Test
    @Rules({"LAUNCH-11", "ID-12"})
    void is_a_machine_image() {
      ImageId kernel = ImageId.of("aki-12345678");
      ec2.put(TestLaunch.image(ec2.snapshot())
          .imageId(kernel)
          .imageType(ImageType.KERNEL)
          .rootDeviceName(Optional.empty())
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .blockDeviceMappings(ImmutableList.of())
          .build());

      assertRefused(
          ec2::state,
          () -> ec2.owner().runInstances(request().imageId(kernel).build()),
          INVALID_AMI_ID_NOT_FOUND,
          RunInstances.MACHINE);
    }

    @Test
    @Rules({"LAUNCH-04", "PERM-16", "ENC-15"})
    void is_open_to_its_owner_and_those_with_a_permission() {
      at.put(image -> image.addLaunchPermission(LaunchPermission.userId(FRIEND)));

      assertThat(at.launch().ownerId()).isEqualTo(OWNER);
      assertThat(
              ec2.as(FRIEND).runInstances(request().build()).instances().get(0).ownerId())
          .isEqualTo(FRIEND);
      assertRefused(
          ec2::state,
          () -> ec2.as(STRANGER).runInstances(request().build()),
          AUTH_FAILURE,
          RunInstances.PERMITTED);
      assertThatThrownBy(() -> ec2.as(STRANGER).runInstances(request().build()))
          .hasMessageContaining("Not authorized for images: [" + IMAGE + "]");
    }

    @Test
    @Rules({"LAUNCH-04"})
    void that_is_made_private_is_closed_to_those_who_could_launch_it() {
      at.putPublic();
      assertThat(ec2.as(STRANGER).runInstances(request().build()).instances()).hasSize(1);
      ec2.owner()
          .modifyImageAttribute(IMAGE, ModifyLaunchPermission.revoke(LaunchPermission.everyone()));

      assertRefused(
          ec2::state,
          () -> ec2.as(STRANGER).runInstances(request().build()),
          AUTH_FAILURE,
          RunInstances.PERMITTED);
    }

    @Test
    @Rules({"TAG-07", "PERM-15"})
    void does_not_show_its_permissions_and_its_owners_tags_to_others_who_launch_it() {
      at.put(image -> image
          .addLaunchPermission(LaunchPermission.userId(FRIEND))
          .addLaunchPermission(LaunchPermission.userId(STRANGER))
          .lastLaunchedTime(START)
          .tags(Tags.of("cost-centre", "42")));

      Instance instance =
          ec2.as(FRIEND).runInstances(request().build()).instances().get(0);

      assertThat(instance.image().tags()).isEqualTo(Tags.none());
      assertThat(instance.image().launchPermissions()).hasValue(ImmutableSet.of());
      assertThat(instance.image().lastLaunchedTime()).isEmpty();
    }

    @Test
    @Rules({"LAUNCH-09", "ALLOW-24", "DEC-23", "COM-03", "ERR-02"})
    void is_not_found_where_the_callers_allowed_amis_exclude_it() {
      at.putPublic();
      AccountSettings strict = AccountSettings.builder()
          .allowedImages(AllowedImagesSettings.enabled())
          .build();
      ec2.registry.aws().happen(new RegistryEvent.SettingsChanged(HERE, STRANGER, strict));
      ec2.registry.aws().happen(new RegistryEvent.SettingsChanged(HERE, OWNER, strict));

      assertRefused(
          ec2::state,
          () -> ec2.as(STRANGER).runInstances(request().build()),
          INVALID_AMI_ID_NOT_FOUND,
          ImageAccess.ALLOWED);
      assertThat(at.launch()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
        value = AmiState.class,
        names = {"PENDING", "FAILED", "DISABLED", "DEREGISTERED"})
    @Rules({
      "LIFE-07",
      "LIFE-16",
      "LAUNCH-05",
      "LAUNCH-06",
      "LAUNCH-07",
      "LAUNCH-25",
      "DISABLE-05",
      "DISABLE-15",
      "DEREG-06",
      "ID-10",
      "ERR-03"
    })
    void is_available(AmiState state) {
      at.put(image -> image.state(state));

      assertRefused(ec2::state, at::launch, INVALID_AMI_ID_UNAVAILABLE, AmiAction.LAUNCH.rule());
      assertThatThrownBy(at::launch).hasMessageContaining(state.toString());
    }

    @Test
    @Rules({"DEREG-06", "LAUNCH-04"})
    void that_is_deregistered_is_closed_to_those_who_could_launch_it() {
      at.put(image -> image.addLaunchPermission(LaunchPermission.userId(FRIEND)));
      ec2.registry
          .aws()
          .happen(new RegistryEvent.ImageChanged(HERE, IMAGE, new ImageDeregistered()));

      assertRefused(
          ec2::state,
          () -> ec2.as(FRIEND).runInstances(request().build()),
          AUTH_FAILURE,
          RunInstances.PERMITTED);
    }

    @Test
    @Rules({"LAUNCH-08", "LIFE-16", "DEPR-17"})
    void that_is_deprecated_launches() {
      at.put(image -> image.deprecationTime(START));

      assertThat(at.launch().state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    @Rules({"LAUNCH-10", "PAID-07", "LAUNCH-43", "PAID-02", "ERR-45"})
    void with_product_codes_is_for_subscribers_and_passes_the_codes_on() {
      ProductCode code = ProductCode.marketplace("abcdef");
      at.put(image -> image.addProductCode(code));

      assertRefused(ec2::state, at::launch, OPT_IN_REQUIRED, RunInstances.SUBSCRIBED);
      ec2.registry
          .aws()
          .changeProfile(
              OWNER, profile -> profile.toBuilder().addSubscription("abcdef").build());
      Instance instance = at.launch();
      assertThat(instance.productCodes()).containsExactly(code);
      assertThat(at.volume(instance, ROOT).productCodes()).containsExactly(code);
      ec2.registry
          .aws()
          .changeProfile(
              OWNER,
              profile -> profile.toBuilder().subscriptions(ImmutableSet.of()).build());
      assertRefused(ec2::state, at::launch, OPT_IN_REQUIRED, RunInstances.SUBSCRIBED);
    }

    @Test
    @Rules({"LAUNCH-10", "DEC-128"})
    void with_several_product_codes_is_for_subscribers_to_all_of_them() {
      at.put(image -> image
          .addProductCode(ProductCode.marketplace("abcdef"))
          .addProductCode(ProductCode.marketplace("uvwxyz")));

      ec2.registry.aws().subscribe(OWNER, "abcdef");
      assertRefused(ec2::state, at::launch, OPT_IN_REQUIRED, RunInstances.SUBSCRIBED);
      ec2.registry.aws().subscribe(OWNER, "uvwxyz");
      assertThat(at.launch().productCodes()).hasSize(2);
      ec2.registry.aws().unsubscribe(OWNER, "abcdef");
      assertRefused(ec2::state, at::launch, OPT_IN_REQUIRED, RunInstances.SUBSCRIBED);
      ec2.registry.aws().subscribe(OWNER, "abcdef");
      assertThat(at.launch().productCodes()).as("the other stayed").hasSize(2);
    }

    /**
     * A launch with every obstacle; each step takes away the one that was named before. Others have
     * no permission for an image that is not available, so state and Allowed AMIs never meet.
     */
    @Test
    @Rules({"LAUNCH-26", "DEC-02"})
    void is_judged_by_existence_right_allowed_amis_state_products_type_and_devices_in_this_order() {
      TestLaunch all = new TestLaunch(new TestRegistry(RegistrySettings.builder()
          .ids(IdSource.counting())
          .putInstanceType("m7i.large", TestInstanceTypes.NITRO)
          .build()));
      Ec2 friend = all.ec2.as(FRIEND);
      friend.enableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED);
      UnaryOperator<Ami.Builder> paid =
          image -> image.addProductCode(ProductCode.marketplace("abcdef"));
      UnaryOperator<Ami.Builder> shared =
          image -> paid.apply(image).addLaunchPermission(LaunchPermission.userId(FRIEND));

      refusedSmall(all.ec2, FRIEND, INVALID_AMI_ID_NOT_FOUND, ImageAccess.EXISTS);
      all.put(image -> paid.apply(image).state(AmiState.PENDING));
      refusedSmall(all.ec2, FRIEND, AUTH_FAILURE, RunInstances.PERMITTED);
      refusedSmall(all.ec2, OWNER, INVALID_AMI_ID_UNAVAILABLE, AmiAction.LAUNCH.rule());
      all.put(shared);
      refusedSmall(all.ec2, FRIEND, INVALID_AMI_ID_NOT_FOUND, ImageAccess.ALLOWED);
      friend.disableAllowedImagesSettings();
      refusedSmall(all.ec2, FRIEND, OPT_IN_REQUIRED, RunInstances.SUBSCRIBED);
      all.ec2.registry.aws().subscribe(FRIEND, "abcdef");
      refusedSmall(all.ec2, FRIEND, INVALID_PARAMETER_COMBINATION, InstanceTypeRules.ENA);
      all.put(image -> shared.apply(image).enaSupport(true));
      refusedSmall(all.ec2, FRIEND, INVALID_BLOCK_DEVICE_MAPPING, DeviceRules.NOT_SMALLER);
      assertThat(friend.runInstances(request().build()).instances()).hasSize(1);
    }

    /** A launch over a root that is too small is refused. */
    private void refusedSmall(TestRegistry ec2, AccountId caller, ErrorCode code, Rule rule) {
      RunInstances small = request()
          .addBlockDeviceMapping(ebs(ROOT, volume -> volume.volumeSize(7)))
          .build();
      assertRefused(ec2::state, () -> ec2.as(caller).runInstances(small), code, rule);
    }

    @Test
    @Rules({"SNAP-42", "SNAP-43"})
    void whose_snapshot_is_gone_does_not_launch() {
      ec2.put(TestLaunch.image(SnapshotId.of("snap-0123456789abcdef0")).build());
      assertRefused(ec2::state, at::launch, INVALID_SNAPSHOT_NOT_FOUND, Snapshot.EXISTS);

      SnapshotRecycleBinStay stay =
          new SnapshotRecycleBinStay(START, START.plusSeconds(86_400), ImmutableSet.of());
      ec2.put(TestLaunch.image(ec2.snapshot(OWNER, s -> s.recycleBinStay(stay))).build());
      assertRefused(ec2::state, at::launch, INVALID_SNAPSHOT_NOT_FOUND, Snapshot.EXISTS);
    }

    @Test
    @Rules({"SNAP-15", "ARC-05"})
    void whose_snapshot_cannot_be_used_does_not_launch() {
      for (SnapshotState state : List.of(SnapshotState.ERROR, SnapshotState.PENDING)) {
        ec2.put(TestLaunch.image(ec2.snapshot(OWNER, s -> s.state(state))).build());
        assertRefused(ec2::state, at::launch, INCORRECT_STATE, UsableSnapshots.COMPLETED);
      }
      ec2.put(TestLaunch.image(ec2.snapshot(OWNER, s -> s.storageTier(StorageTier.ARCHIVE)))
          .build());
      assertRefused(ec2::state, at::launch, INCORRECT_STATE, UsableSnapshots.NOT_ARCHIVED);
    }

    @Test
    @Rules({"LLT-01", "LAUNCH-40", "LAUNCH-41"})
    void keeps_the_time_of_its_last_launch_by_anyone_and_no_start_counts() {
      at.putPublic();
      ec2.pass(Duration.ofHours(1));
      Instance instance =
          ec2.as(FRIEND).runInstances(request().build()).instances().get(0);
      ec2.pass(Duration.ofHours(1));
      ec2.as(FRIEND).stopInstances(instance.instanceId());
      ec2.as(FRIEND).startInstances(instance.instanceId());
      ec2.pass(Duration.ofHours(24));

      assertThat(ec2.registry.state().image(HERE, IMAGE).orElseThrow().lastLaunchedTime())
          .contains(START.plus(Duration.ofHours(1)));
    }
  }

  @Nested
  class Several_instances {
    private final TestLaunch at = new TestLaunch(new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .quotas(Quotas.builder().instances(5).build())
        .build()));
    private final TestRegistry ec2 = at.ec2;

    Several_instances() {
      at.putPublic();
    }

    @Test
    @Rules({"LAUNCH-23", "LLT-01"})
    void are_launched_at_once_each_with_volumes_of_its_own() {
      ImmutableList<Instance> launched = launch(2, 3);

      assertThat(launched)
          .extracting(Instance::instanceId)
          .doesNotHaveDuplicates()
          .hasSize(3);
      assertThat(launched)
          .extracting(instance -> at.volume(instance, ROOT).instanceId().orElseThrow())
          .isEqualTo(launched.stream().map(Instance::instanceId).toList());
      assertThat(TestLaunch.instances(ec2.owner().describeInstances()))
          .containsExactlyInAnyOrderElementsOf(launched);
      ec2.pass(Duration.ofDays(1));
      assertThat(ec2.owner().describeImage(IMAGE).orElseThrow().lastLaunchedTime())
          .contains(START);
    }

    @Test
    @Rules("LAUNCH-23")
    void are_as_many_as_the_quota_leaves_room_for_or_none() {
      assertThat(launch(1, 3)).hasSize(3);
      assertRefused(
          ec2::state, () -> launch(3, 4), VCPU_LIMIT_EXCEEDED, RunInstances.INSTANCES_LIMIT);
      assertThat(launch(1, 4)).hasSize(2);
      assertRefused(
          ec2::state, () -> launch(1, 1), VCPU_LIMIT_EXCEEDED, RunInstances.INSTANCES_LIMIT);
      assertThat(ec2.as(FRIEND).runInstances(request().build()).instances()).hasSize(1);
      ec2.owner()
          .terminateInstances(
              TestLaunch.instances(ec2.owner().describeInstances()).get(0).instanceId());
      assertThat(launch(1, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "2,1", "-1,-1"})
    @Rules("LAUNCH-23")
    void are_at_least_one_and_no_more_at_least_than_at_most(int min, int max) {
      assertRefused(
          ec2::state, () -> launch(min, max), INVALID_PARAMETER_VALUE, RunInstances.COUNTS);
    }

    private ImmutableList<Instance> launch(int min, int max) {
      return ec2.owner()
          .runInstances(request().minCount(min).maxCount(max).build())
          .instances();
    }
  }

  @Nested
  class An_instance {
    @Test
    @Rules({"LIFE-15", "LAUNCH-42", "DISABLE-15", "PERM-74"})
    void outlives_its_image_be_it_the_owners_or_a_grantees() {
      LaunchPermission toFriend = LaunchPermission.userId(FRIEND);
      at.put(image -> image.addLaunchPermission(toFriend));
      Instance own = at.launch();
      Instance friends =
          ec2.as(FRIEND).runInstances(request().build()).instances().get(0);
      for (Runnable change : ImmutableList.<Runnable>of(
          () -> ec2.owner().enableImageDeprecation(IMAGE, START),
          () -> ec2.owner().modifyImageAttribute(IMAGE, ModifyLaunchPermission.revoke(toFriend)),
          () -> ec2.owner().disableImage(IMAGE),
          () -> ec2.owner().deregisterImage(IMAGE),
          () -> ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, IMAGE)))) {
        change.run();
        assertLives(ec2.owner(), own);
        assertLives(ec2.as(FRIEND), friends);
      }
    }

    /** An instance runs as it was launched, and can be stopped and started. */
    private static void assertLives(Ec2 ec2, Instance launched) {
      InstanceId id = launched.instanceId();
      assertThat(TestLaunch.instances(ec2.describeInstances(id)))
          .extracting(Instance::image, Instance::state)
          .containsExactly(tuple(launched.image(), InstanceState.RUNNING));
      assertThat(ec2.stopInstances(id).get(0).currentState()).isEqualTo(InstanceState.STOPPED);
      assertThat(ec2.startInstances(id).get(0).currentState()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    @Rules({"BOOT-28", "LAUNCH-44"})
    void asks_for_tokens_if_the_image_says_so_and_the_request_not_otherwise() {
      at.put(image -> image.imdsSupport(ImdsSupport.V2_0));

      assertThat(at.launch().httpTokensRequired()).isTrue();
      assertThat(at.launch(request -> request.httpTokensRequired(false)).httpTokensRequired())
          .isFalse();
      at.put(image -> image);
      assertThat(at.launch().httpTokensRequired()).isFalse();
      assertThat(at.launch(request -> request.httpTokensRequired(true)).httpTokensRequired())
          .isTrue();
    }

    @Test
    @Rules({"BOOT-28", "LAUNCH-44"})
    void sends_tokens_two_hops_if_the_image_asks_for_tokens_and_the_request_does_not_say() {
      at.put(image -> image.imdsSupport(ImdsSupport.V2_0));
      assertThat(at.launch().httpPutResponseHopLimit()).isEqualTo(2);
      assertThat(at.launch(request -> request.httpTokensRequired(false)).httpPutResponseHopLimit())
          .isEqualTo(2);
      assertThat(at.launch(request -> request.httpPutResponseHopLimit(1)))
          .returns(1, Instance::httpPutResponseHopLimit)
          .returns(true, Instance::httpTokensRequired);
      at.put(image -> image);
      assertThat(at.launch().httpPutResponseHopLimit()).isEqualTo(1);
      assertThat(at.launch(request -> request.httpTokensRequired(true)).httpPutResponseHopLimit())
          .isEqualTo(1);
      assertThat(at.launch(request -> request.httpPutResponseHopLimit(64)))
          .returns(64, Instance::httpPutResponseHopLimit)
          .returns(false, Instance::httpTokensRequired);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65})
    @Rules("LAUNCH-44")
    void sends_tokens_1_to_64_hops(int hops) {
      at.put(image -> image);
      assertRefused(
          ec2::state,
          () -> at.launch(request -> request.httpPutResponseHopLimit(hops)),
          INVALID_PARAMETER_VALUE,
          RunInstances.HOP_LIMIT);
      assertSays(
          () -> at.launch(request -> request.httpPutResponseHopLimit(hops)),
          "InvalidParameterValue",
          "Value (" + hops + ") for parameter httpPutResponseHopLimit is invalid. Value must be"
              + " between 1 and 64.");
    }

    @Test
    @Rules("TAG-17")
    void gets_the_tags_of_the_request() {
      at.put(image -> image.tags(Tags.of("of", "image")));

      Instance instance = at.launch(request -> request
          .addTagSpecification(TagSpecification.instance(Tags.of("env", "prod")))
          .addTagSpecification(TagSpecification.volume(Tags.of("disk", "prod")))
          .addTagSpecification(new TagSpecification("network-interface", Tags.of("a", "b")))
          .addTagSpecification(new TagSpecification("spot-instances-request", Tags.of("a", "b"))));

      assertThat(instance.tags()).isEqualTo(Tags.of("env", "prod"));
      assertThat(at.volume(instance, ROOT).tags()).isEqualTo(Tags.of("disk", "prod"));
      assertRefused(
          ec2::state,
          () -> at.launch(
              request -> request.addTagSpecification(TagSpecification.image(Tags.of("a", "b")))),
          INVALID_PARAMETER_VALUE,
          TagSpecification.TYPE_TAKEN);
    }

    @Test
    @Rules({"BDM-30", "BDM-31"})
    void takes_the_volumes_with_it_that_are_deleted_on_termination() {
      at.put(image -> image
          .addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(10)))
          .addBlockDeviceMapping(ebs(
              DeviceName.of("/dev/sdg"),
              volume -> volume.volumeSize(10).deleteOnTermination(true))));
      Instance instance = at.launch();
      Volume root = at.volume(instance, ROOT);
      Volume kept = at.volume(instance, DATA);
      Volume gone = at.volume(instance, DeviceName.of("/dev/sdg"));

      ec2.owner().terminateInstances(instance.instanceId());

      assertThat(ec2.registry.state().volume(HERE, root.volumeId())).isEmpty();
      assertThat(ec2.registry.state().volume(HERE, kept.volumeId())).isPresent();
      assertThat(ec2.registry.state().volume(HERE, gone.volumeId())).isEmpty();
    }

    @Test
    @Rules("BDM-39")
    void leaves_the_mapping_of_its_image_as_it_is() {
      Ami before = at.put(image -> image);

      at.launch(ebs(ROOT, volume -> volume.volumeSize(50).deleteOnTermination(false)));

      assertThat(ec2.registry.state().image(HERE, IMAGE).orElseThrow().blockDeviceMappings())
          .isEqualTo(before.blockDeviceMappings());
    }
  }

  @Nested
  class The_root_device {
    @Test
    @Rules({"RUN-01", "RUN-02", "RUN-04"})
    void can_grow_and_change_its_type_and_keeps_the_snapshot() {
      Ami image = at.put(i -> i);
      Instance instance = at.launch(ebs(
          ROOT,
          volume -> volume
              .volumeSize(100)
              .volumeType(VolumeType.GP3)
              .iops(6_000)
              .throughput(250)
              .deleteOnTermination(false)));

      Volume volume = at.volume(instance, ROOT);
      assertThat(volume.size()).isEqualTo(100);
      assertThat(volume.iops()).hasValue(6_000);
      assertThat(volume.throughput()).hasValue(250);
      assertThat(volume.snapshotId()).isEqualTo(image.rootDevice().orElseThrow().snapshotId());
      assertThat(TestLaunch.attachment(instance, ROOT).deleteOnTermination()).isFalse();
    }

    @Test
    @Rules("RUN-02")
    void is_neither_suppressed_nor_replaced() {
      at.put(image -> image);
      SnapshotId other = ec2.snapshot();

      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          RunInstances.ROOT_STAYS,
          BlockDeviceMapping.suppressed(ROOT));
      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          RunInstances.ROOT_STAYS,
          BlockDeviceMapping.virtual(ROOT, "ephemeral0"));
      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          RunInstances.ROOT_STAYS,
          ebs(ROOT, volume -> volume.snapshotId(other)));
    }

    @Test
    @Rules({"LAUNCH-22", "BDM-24", "RUN-02"})
    void does_not_shrink() {
      ec2.put(TestLaunch.image(ec2.snapshot(OWNER, s -> s.volumeSize(20)))
          .blockDeviceMappings(ImmutableList.of())
          .ebsRoot(
              "/dev/xvda",
              EbsBlockDevice.builder()
                  .volumeSize(20)
                  .snapshotId(ec2.snapshot(OWNER, s -> s.volumeSize(20)))
                  .build())
          .build());

      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          DeviceRules.NOT_SMALLER,
          ebs(ROOT, volume -> volume.volumeSize(19)));
      assertThat(at.volume(at.launch(ebs(ROOT, volume -> volume.volumeSize(20))), ROOT)
              .size())
          .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"st1", "sc1"})
    @Rules({"VOL-13", "DEC-151"})
    void is_of_no_type_that_cannot_boot(String type) {
      at.put(image -> image
          .blockDeviceMappings(ImmutableList.of())
          .ebsRoot(
              "/dev/xvda", EbsBlockDevice.builder().snapshotId(ec2.snapshot()).build()));

      refusedDevices(
          INVALID_PARAMETER_COMBINATION, // DEC-151: BootForVolumeTypeUnsupported is RegisterImage's
          LaunchVolume.ROOT_BOOTABLE,
          ebs(ROOT, volume -> volume.volumeSize(500).volumeType(VolumeType.of(type))));
    }

    @Test
    @Rules({"ROOT-05", "ROOT-06", "DEV-06"})
    void may_be_named_otherwise_in_the_mapping_of_an_old_image() {
      at.put(image -> image
          .rootDeviceName(DeviceName.of("/dev/sda1"))
          .blockDeviceMappings(ImmutableList.of(
              ebs(DeviceName.of("/dev/sda"), volume -> volume.snapshotId(ec2.snapshot())))));

      Instance instance = at.launch();

      assertThat(instance.volumes()).containsOnlyKeys(DeviceName.of("/dev/sda"));
      assertThat(TestLaunch.attachment(instance, DeviceName.of("/dev/sda")).deleteOnTermination())
          .isTrue();
    }
  }

  @Nested
  class Other_devices {
    @Test
    @Rules({"RUN-01", "RUN-03", "BDM-03"})
    void are_taken_over_overridden_added_and_suppressed() {
      DeviceName kept = DeviceName.of("/dev/sdg");
      DeviceName added = DeviceName.of("/dev/sdh");
      DeviceName suppressed = DeviceName.of("/dev/sdi");
      SnapshotId other = ec2.snapshot(OWNER, s -> s.volumeSize(12));
      at.put(image -> image
          .addBlockDeviceMapping(
              ebs(DATA, volume -> volume.snapshotId(ec2.snapshot()).volumeSize(10)))
          .addBlockDeviceMapping(ebs(kept, volume -> volume.volumeSize(7)))
          .addBlockDeviceMapping(ebs(suppressed, volume -> volume.volumeSize(7))));

      Instance instance = at.launch(
          ebs(
              DATA,
              volume -> volume
                  .snapshotId(other)
                  .volumeSize(15)
                  .volumeType(VolumeType.GP3)
                  .deleteOnTermination(true)
                  .encrypted(true)),
          ebs(added, volume -> volume.volumeSize(9)),
          BlockDeviceMapping.builder().deviceName(suppressed).noDevice("false").build(),
          BlockDeviceMapping.suppressed(DeviceName.of("/dev/sdz")));

      assertThat(instance.volumes()).containsOnlyKeys(ROOT, DATA, kept, added);
      assertThat(at.volume(instance, DATA).snapshotId()).contains(other);
      assertThat(at.volume(instance, DATA).size()).isEqualTo(15);
      assertThat(at.volume(instance, DATA).volumeType()).isEqualTo(VolumeType.GP3);
      assertThat(at.volume(instance, DATA).isEncrypted()).isTrue();
      assertThat(TestLaunch.attachment(instance, DATA).deleteOnTermination()).isTrue();
      assertThat(at.volume(instance, kept).size()).isEqualTo(7);
      assertThat(at.volume(instance, added).size()).isEqualTo(9);
      assertThat(at.volume(instance, added).volumeType()).isEqualTo(VolumeType.GP2);
      assertThat(TestLaunch.attachment(instance, added).deleteOnTermination()).isFalse();
    }

    @Test
    @Rules({"BDM-03", "BDM-45"})
    void on_instance_store_come_from_image_and_request() {
      DeviceName one = DeviceName.of("/dev/sdb");
      DeviceName two = DeviceName.of("/dev/sdc");
      at.put(image -> image
          .addBlockDeviceMapping(BlockDeviceMapping.virtual(one, "ephemeral0"))
          .addBlockDeviceMapping(BlockDeviceMapping.virtual(two, "ephemeral1")));

      assertThat(at.launch(
                  BlockDeviceMapping.suppressed(one),
                  BlockDeviceMapping.virtual(DeviceName.of("/dev/sdd"), "ephemeral2"))
              .virtualDevices())
          .containsOnlyKeys(two, DeviceName.of("/dev/sdd"));
    }

    @Test
    @Rules("RUN-05")
    void on_instance_store_do_not_become_volumes_with_a_snapshot() {
      SnapshotId snapshot = ec2.snapshot();
      at.put(image -> image.addBlockDeviceMapping(BlockDeviceMapping.virtual(DATA, "ephemeral0")));

      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          RunInstances.EPHEMERAL_WITHOUT_SNAPSHOT,
          ebs(DATA, volume -> volume.snapshotId(snapshot)));
      assertThat(at.launch(ebs(DATA, volume -> volume.volumeSize(4))).volumes()).containsKey(DATA);
    }

    @Test
    @Rules({"BDM-14", "BDM-15", "DEV-11"})
    void are_matched_letter_by_letter_and_clash_without_dev() {
      at.put(image ->
          image.addBlockDeviceMapping(ebs(DeviceName.of("xvdb"), volume -> volume.volumeSize(10))));

      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          DeviceRules.NAME_ONCE,
          ebs(DeviceName.of("/dev/xvdb"), volume -> volume.volumeSize(20)));
      assertThat(at.launch(ebs(DeviceName.of("xvdb"), volume -> volume.volumeSize(20)))
              .volumes())
          .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
      "/dev/sda,false",
      "/dev/sde1,false",
      "/dev/xvdf2,false",
      "/dev/sda1,true",
      "/dev/sda2,true",
      "/dev/sdf,true",
      "xvdf,true",
      "/dev/xvdba,true",
    })
    @Rules({"DEV-01", "DEV-04"})
    void of_hvm_images_have_names_without_numbers(String name, boolean accepted) {
      at.put(image -> image);
      BlockDeviceMapping device = ebs(DeviceName.of(name), volume -> volume.volumeSize(10));

      if (accepted) {
        assertThat(at.launch(device).volumes()).containsKey(DeviceName.of(name));
      } else {
        refusedDevices(INVALID_BLOCK_DEVICE_MAPPING, RunInstances.HVM_NAME, device);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/sda", "/dev/sde1", "xvdf15"})
    @Rules("DEV-04")
    void of_paravirtual_images_have_names_with_and_without_numbers(String name) {
      at.put(image -> image.virtualizationType(VirtualizationType.PARAVIRTUAL));

      assertThat(at.launch(ebs(DeviceName.of(name), volume -> volume.volumeSize(10)))
              .volumes())
          .containsKey(DeviceName.of(name));
    }

    @Test
    @Rules({"DEV-01", "DEV-12"})
    void have_names_of_a_form_unless_the_image_has_the_name() {
      DeviceName odd = DeviceName.of("/dev/disk/odd");
      at.put(image -> image);
      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          DeviceRules.NAME_FORM,
          ebs(DeviceName.of("/dev/nvme"), volume -> volume.volumeSize(10)));

      at.put(image -> image.addBlockDeviceMapping(ebs(odd, volume -> volume.volumeSize(10))));
      assertThat(at.volume(at.launch(ebs(odd, volume -> volume.volumeSize(20))), odd)
              .size())
          .isEqualTo(20);
    }

    @Test
    @Rules({"RUN-03", "BDM-24", "BDM-23", "BDM-30"})
    void are_at_least_as_large_as_their_snapshot() {
      SnapshotId large = ec2.snapshot(OWNER, s -> s.volumeSize(50));
      at.put(image -> image.addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(10))));

      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          DeviceRules.NOT_SMALLER,
          ebs(DATA, volume -> volume.snapshotId(large)));
      Instance instance =
          at.launch(ebs(DeviceName.of("/dev/sdg"), volume -> volume.snapshotId(large)));
      assertThat(at.volume(instance, DeviceName.of("/dev/sdg")).size()).isEqualTo(50);
      assertThat(TestLaunch.attachment(instance, DeviceName.of("/dev/sdg")).deleteOnTermination())
          .isFalse();
    }

    @Test
    @Rules("BDM-19")
    void without_size_and_snapshot_are_refused_after_merging() {
      at.put(image ->
          image.addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeType(VolumeType.GP3))));

      assertRefused(
          ec2::state, at::launch, INVALID_BLOCK_DEVICE_MAPPING, DeviceRules.SIZE_OR_SNAPSHOT);
      assertThat(at.launch(ebs(DATA, volume -> volume.volumeSize(10))).volumes())
          .hasSize(2);
    }

    @Test
    @Rules("SNAP-42")
    void name_snapshots_that_exist_and_can_be_read() {
      at.put(image -> image);
      SnapshotId foreign = ec2.snapshot(STRANGER, s -> s);

      refusedDevices(
          INVALID_SNAPSHOT_NOT_FOUND,
          Snapshot.EXISTS,
          ebs(DATA, volume -> volume.snapshotId(SnapshotId.of("snap-0123456789abcdef0"))));
      refusedDevices(
          INVALID_SNAPSHOT_NOT_FOUND,
          Snapshot.EXISTS,
          ebs(DATA, volume -> volume.snapshotId(foreign)));
      SnapshotId ofNoImage = ec2.snapshot();
      BlockDeviceMapping over = ebs(DATA, volume -> volume.snapshotId(ofNoImage));
      assertThat(at.launch(over).volumes()).containsKey(DATA);
      ec2.owner().deleteSnapshot(ofNoImage);
      refusedDevices(INVALID_SNAPSHOT_NOT_FOUND, Snapshot.EXISTS, over);
    }

    @Test
    @Rules("RUN-09")
    void of_an_image_on_instance_store_are_no_ebs_volumes() {
      at.put(image -> image
          .rootDeviceType(DeviceType.INSTANCE_STORE)
          .rootDeviceName(Optional.empty())
          .blockDeviceMappings(ImmutableList.of()));

      refusedDevices(
          UNSUPPORTED_OPERATION,
          RunInstances.INSTANCE_STORE_WITHOUT_EBS,
          ebs(DATA, volume -> volume.volumeSize(10)));
      assertThat(at.launch().volumes()).isEmpty();
    }
  }

  @Nested
  class Volume_figures {
    @Test
    @Rules({"RUN-06", "VOL-05", "VOL-10", "VOL-12"})
    void of_the_image_are_left_over_when_only_the_type_changes() {
      at.put(image -> image);

      assertRefused(
          ec2::state,
          () -> at.launch(ebs(ROOT, volume -> volume.volumeType(VolumeType.GP2))),
          INVALID_PARAMETER_COMBINATION,
          DeviceRules.IOPS_ALLOWED,
          DeviceRules.THROUGHPUT_ALLOWED);
    }

    @Test
    @Rules({"VOL-12", "VOL-07", "VOL-11", "BDM-26"})
    void are_compared_with_what_image_snapshot_and_type_give() {
      at.put(image -> image.addBlockDeviceMapping(ebs(
          DATA, volume -> volume.volumeType(VolumeType.IO1).iops(100).snapshotId(ec2.snapshot()))));
      assertThat(at.volume(at.launch(ebs(DATA, volume -> volume.volumeSize(9))), DATA)
              .volumeType())
          .isEqualTo(VolumeType.IO1);

      refusedDevices(
          INVALID_PARAMETER_VALUE,
          DeviceRules.IOPS_PER_SIZE,
          ebs(DATA, volume -> volume.iops(401)));
      assertThat(at.volume(at.launch(ebs(DATA, volume -> volume.iops(400))), DATA)
              .iops())
          .hasValue(400);
      refusedDevices(
          INVALID_PARAMETER_VALUE,
          DeviceRules.THROUGHPUT_PER_IOPS,
          ebs(ROOT, volume -> volume.throughput(751)));
    }

    @Test
    @Rules({"BDM-26", "BDM-28"})
    void for_information_on_gp2_are_not_taken_over() {
      at.put(image -> image
          .blockDeviceMappings(ImmutableList.of())
          .ebsRoot(
              "/dev/xvda",
              EbsBlockDevice.builder()
                  .snapshotId(ec2.snapshot())
                  .volumeType(VolumeType.GP2)
                  .iops(240)
                  .build()));

      // DEC-179: the volume shows what its size gives, where it showed none.
      assertThat(at.volume(at.launch(), ROOT).iops()).hasValue(100);
      assertThat(at.volume(at.launch(ebs(ROOT, volume -> volume.volumeType(VolumeType.GP3))), ROOT)
              .iops())
          .hasValue(3_000);
    }

    @ParameterizedTest
    @CsvSource({"99,false", "100,true", "300,true", "301,false"})
    @Rules({"BDM-36", "DEC-180"})
    void bound_the_initialization_rate(int rate, boolean accepted) {
      at.put(image -> image);
      BlockDeviceMapping root = ebs(ROOT, volume -> volume.volumeInitializationRate(rate));

      if (accepted) {
        assertThat(at.launch(root)).isNotNull();
      } else {
        refusedDevices(INVALID_PARAMETER_VALUE, DeviceRules.RATE_RANGE, root);
      }
      refusedDevices(
          accepted ? INVALID_PARAMETER_COMBINATION : INVALID_PARAMETER_VALUE,
          accepted ? DeviceRules.RATE_NEEDS_SNAPSHOT : DeviceRules.RATE_RANGE,
          ebs(DATA, volume -> volume.volumeSize(10).volumeInitializationRate(rate)));
    }

    @Test
    @Rules({"VOL-01", "BDM-06", "BDM-05", "BDM-16"})
    void go_with_known_words() {
      at.put(image -> image);

      refusedDevices(
          UNKNOWN_VOLUME_TYPE,
          DeviceRules.TYPE_KNOWN,
          ebs(DATA, volume -> volume.volumeSize(10).volumeType(VolumeType.of("gp9"))));
      refusedDevices(
          MISSING_PARAMETER,
          DeviceRules.VIRTUAL_NAME_FORM,
          BlockDeviceMapping.virtual(DATA, "ephemeral24"));
      refusedDevices(
          INVALID_BLOCK_DEVICE_MAPPING,
          DeviceRules.VIRTUAL_NAME_ONCE,
          BlockDeviceMapping.virtual(DATA, "ephemeral23"),
          BlockDeviceMapping.virtual(DeviceName.of("/dev/sdg"), "ephemeral23"));
    }

    @Test
    @Rules({"RUN-08", "ENC-10", "LAUNCH-46"})
    void name_a_key_only_with_encryption() {
      at.put(image -> image);

      refusedDevices(
          INVALID_PARAMETER_DEPENDENCY,
          DeviceRules.KEY_NEEDS_ENCRYPTED,
          ebs(ROOT, volume -> volume.kmsKeyId(TestKeys.CUSTOMER)));
      ec2.owner().enableEbsEncryptionByDefault();
      refusedDevices(
          INVALID_PARAMETER_DEPENDENCY,
          DeviceRules.KEY_NEEDS_ENCRYPTED,
          ebs(ROOT, volume -> volume.kmsKeyId(TestKeys.CUSTOMER)));
      assertSays(
          () -> ebs(ROOT, volume -> volume.encrypted(false).kmsKeyId(TestKeys.CUSTOMER)),
          "InvalidParameterDependency",
          "The parameter KmsKeyId requires the parameter Encrypted to be set.");
    }

    @Test
    @Rules({"BDM-34", "BDM-35"})
    void name_no_zone_and_no_outpost() {
      at.put(image -> image);

      for (EbsBlockDevice.Builder placed : List.of(
          EbsBlockDevice.builder().availabilityZone("us-east-1a"),
          EbsBlockDevice.builder().availabilityZoneId("use1-az1"),
          EbsBlockDevice.builder()
              .outpostArn(Arn.parse(
                  "arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0")))) {
        refusedDevices(
            INVALID_BLOCK_DEVICE_MAPPING,
            DeviceRules.WITHOUT_PLACE,
            BlockDeviceMapping.ebs(DATA, placed.volumeSize(10).build()));
      }
    }
  }

  private void refusedDevices(ErrorCode code, Rule rule, BlockDeviceMapping... devices) {
    assertRefused(ec2::state, () -> at.launch(devices), code, rule);
  }
}
