package dev.amikit.registry;

import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.Page;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that say several things of several operations, each told in one place with all it says. */
class WholeRulesTest {
  private static final String IN_BIN = "aws:recycle-bin:resource-in-bin";

  private final TestRegistry ec2 = new TestRegistry();
  private final TestLaunch at = new TestLaunch(ec2);

  private void refused(ThrowingCallable call, String errorCode, String... rules) {
    assertRefused(ec2::state, call, errorCode, rules);
  }

  private Ami stored(ImageId id) {
    return ec2.state().image(HERE, id).orElseThrow();
  }

  private Snapshot stored(SnapshotId id) {
    return ec2.state().snapshot(HERE, id).orElseThrow();
  }

  @Test
  @Rules("ALLOW-21")
  void an_image_falls_out_of_the_allowed_set_with_no_call_being_made() {
    at.putPublic();
    Ec2 friend = ec2.as(FRIEND);
    friend.replaceImageCriteriaInAllowedImagesSettings(
        ImageCriterion.builder().maximumDaysSinceCreated(10).build());
    friend.enableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED);
    ImageQuery query = ImageQuery.builder().includeDeprecated(true).build();

    ec2.pass(Duration.ofDays(10));
    assertThat(friend.describeImages(query).items()).hasSize(1);
    assertThat(friend.runInstances(TestLaunch.request().build()).instances()).hasSize(1);
    ec2.clock.pass(Duration.ofSeconds(1));
    assertThat(friend.describeImages(query).items()).isEmpty();
    refused(
        () -> friend.runInstances(TestLaunch.request().build()),
        "InvalidAMIID.NotFound",
        "image.allowed");
  }

  @Test
  @Rules("BOOT-03")
  void a_virtualization_type_is_a_word_and_inherited_by_what_is_made_of_the_image() {
    assertThatThrownBy(() -> VirtualizationType.of(""))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("InvalidParameterValue");
    for (VirtualizationType type :
        List.of(VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL)) {
      TestRegistry fresh = new TestRegistry();
      TestLaunch launch = new TestLaunch(fresh);
      launch.put(image -> image.virtualizationType(type));
      ImageId copy = fresh
          .owner()
          .copyImage(CopyImage.builder()
              .sourceRegion(HERE)
              .sourceImageId(IMAGE)
              .name("copy")
              .build());
      ImageId created = fresh
          .owner()
          .createImage(CreateImage.builder()
              .instanceId(launch.launch().instanceId())
              .name("created")
              .build());

      for (ImageId made : List.of(copy, created)) {
        assertThat(fresh.state().image(HERE, made).orElseThrow().virtualizationType())
            .contains(type);
      }
    }
  }

  @Test
  @Rules({"CIM-12", "COM-16", "COM-17", "COPY-16", "REG-23"})
  void all_new_snapshots_get_the_same_tags_and_register_image_takes_those_of_the_image_only() {
    SnapshotId data = ec2.snapshot();
    at.put(image ->
        image.addBlockDeviceMapping(ebs(DATA, volume -> volume.snapshotId(data).volumeSize(8))));
    TagSpecification ofSnapshots = TagSpecification.snapshot(Tags.of("a", "snapshot"));
    TagSpecification ofVolumes = TagSpecification.volume(Tags.of("a", "volume"));
    CreateImage.Builder create = CreateImage.builder()
        .instanceId(at.launch().instanceId())
        .name("created")
        .addTagSpecification(ofSnapshots);
    CopyImage.Builder copy = CopyImage.builder()
        .sourceRegion(HERE)
        .sourceImageId(IMAGE)
        .name("copy")
        .addTagSpecification(ofSnapshots);
    for (ImageId made :
        List.of(ec2.owner().createImage(create.build()), ec2.owner().copyImage(copy.build()))) {
      assertThat(stored(made).snapshotIds())
          .hasSize(2)
          .allSatisfy(id -> assertThat(stored(id).tags()).isEqualTo(Tags.of("a", "snapshot")));
      assertThat(stored(made).tags()).isEqualTo(Tags.none());
    }
    RegisterImage.Builder register = RegisterImage.builder()
        .name("registered")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", data);
    refused(
        () -> ec2.owner().copyImage(copy.addTagSpecification(ofVolumes).build()),
        "InvalidParameterValue",
        "tag-specification.type-taken");
    for (TagSpecification other : List.of(ofSnapshots, ofVolumes)) {
      refused(
          () -> ec2.owner()
              .registerImage(register.tagSpecifications(ImmutableList.of(other)).build()),
          "InvalidParameterValue",
          "tag-specification.type-taken");
    }
  }

  @Test
  @Rules("DEPR-17")
  void a_deprecated_image_is_launched_by_everyone_with_permission_and_nobody_else() {
    ec2.put(image(1, ec2.snapshot())
        .deprecationTime(START.minusSeconds(60))
        .addLaunchPermission(TO_FRIEND)
        .build());

    for (Ec2 permitted : List.of(ec2.owner(), ec2.as(FRIEND))) {
      assertThat(permitted.runInstances(request(id(1))).instances()).hasSize(1);
    }
    refused(
        () -> ec2.as(STRANGER).runInstances(request(id(1))),
        "AuthFailure",
        "run-instances.permitted");
    ec2.owner().disableImageBlockPublicAccess();
    ec2.owner().modifyImageAttribute(id(1), ModifyLaunchPermission.grant(EVERYONE));
    assertThat(ec2.as(STRANGER).runInstances(request(id(1))).instances()).hasSize(1);
  }

  private static RunInstances request(ImageId image) {
    return RunInstances.builder().imageId(image).instanceType("m7i.large").build();
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"AVAILABLE", "PENDING", "DISABLED"})
  @Rules("DISABLE-12")
  void the_snapshot_of_an_image_is_archived_only_if_the_image_is_disabled(AmiState state) {
    SnapshotId snapshot = ec2.snapshot();
    ec2.put(image(1, snapshot).state(state).build());

    if (state == AmiState.DISABLED) {
      ec2.owner().modifySnapshotTier(snapshot, StorageTier.ARCHIVE);
      assertThat(stored(snapshot).isArchived()).isTrue();
    } else {
      refused(
          () -> ec2.owner().modifySnapshotTier(snapshot, StorageTier.ARCHIVE),
          "IncorrectState",
          "modify-snapshot-tier.images-disabled");
    }
  }

  @Test
  @Rules("ERR-10")
  void what_is_protected_or_public_or_must_not_be_public_is_not_permitted() {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeregistrationProtection(id(1), false);
    refused(
        () -> ec2.owner().deregisterImage(id(1)),
        "OperationNotPermitted",
        "deregister-image.unprotected");
    ec2.put(published(2).build());
    refused(
        () -> ec2.owner().disableImageDeprecation(id(2)),
        "OperationNotPermitted",
        "disable-image-deprecation.private");
    refused(
        () -> ec2.owner().attachImageWatermark(id(2), "mark"),
        "OperationNotPermitted",
        "attach-image-watermark.private");
    refused(
        () -> ec2.owner().modifyImageAttribute(id(1), ModifyLaunchPermission.grant(EVERYONE)),
        "OperationNotPermitted",
        "image-sharing.public-sharing-unblocked");
  }

  @Test
  @Rules("ERR-11")
  void what_is_out_of_range_in_a_wrong_state_or_of_a_wrong_type_is_an_invalid_value() {
    at.put(image -> image);
    refused(
        () -> at.launch(request -> request.minCount(0)),
        "InvalidParameterValue",
        "run-instances.counts");
    refused(
        () -> at.launch(
            request -> request.addTagSpecification(TagSpecification.snapshot(Tags.of("a", "b")))),
        "InvalidParameterValue",
        "tag-specification.type-taken");
    Instance instance = at.launch();
    ec2.owner().terminateInstances(instance.instanceId());
    refused(
        () -> ec2.owner()
            .createImage(CreateImage.builder()
                .instanceId(instance.instanceId())
                .name("late")
                .build()),
        "InvalidParameterValue",
        "create-image.instance-state");
  }

  /**
   * What a call is refused for if it is wrong in two ways; each line puts the earlier one first.
   */
  @Test
  @Rules({"COM-23", "DEC-02"})
  void of_two_faults_the_first_is_told_in_the_order_in_which_ec2_looks_for_them() {
    SnapshotId pending = ec2.snapshot(OWNER, it -> it.state(SnapshotState.PENDING));
    SnapshotId foreign = ec2.snapshot(STRANGER, it -> it);
    Instant past = START.minusSeconds(86_400);
    ec2.put(image(1).state(AmiState.FAILED).build());
    ec2.put(image(2, pending).state(AmiState.PENDING).build());
    ec2.put(image(3)
        .deregistrationProtection(DeregistrationProtection.enabledWithoutCooldown())
        .build());
    ec2.put(image(4, foreign).state(AmiState.FAILED).build());
    Ec2 owner = ec2.owner();

    refused( // the form, and no such image
        () -> owner.attachImageWatermark(id(9), "x"), "InvalidParameterValue", "watermark.name");
    refused( // not the caller's, and in a wrong state
        () -> ec2.as(FRIEND).disableImage(id(1)), "AuthFailure", "image.owner");
    refused( // not the caller's, and protected
        () -> ec2.as(FRIEND).deregisterImage(id(3)), "AuthFailure", "image.owner");
    refused( // the state of the image, and a bad value
        () -> owner.enableImageDeprecation(id(1), past),
        "InvalidAMIID.Unavailable",
        "enable-image-deprecation.stage");
    refused( // the state of the image, and that of its snapshot
        () -> owner.enableImage(id(2)), "InvalidAMIID.Unavailable", "enable-image.stage");
    refused( // the state of the image, and a snapshot that cannot be read
        () -> owner.copyImage(Copying.copyOf(id(4)).build()),
        "InvalidAMIID.Unavailable",
        "copy-image.source-state");
    refused( // the state of a snapshot, and a name that is taken
        () -> owner.registerImage(RegisterImage.builder()
            .name("golden-3")
            .hvm(Architecture.X86_64)
            .ebsRoot("/dev/xvda", pending)
            .build()),
        "IncorrectState",
        "used-snapshot.completed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Rules({"IMG-33", "IMG-34"})
  void an_image_tells_the_region_of_its_source_if_it_was_made_of_an_image(boolean isHere) {
    Region destination = isHere ? HERE : THERE;
    at.put(image -> image);
    ImageId copy = ec2.as(OWNER, destination)
        .copyImage(CopyImage.builder()
            .sourceRegion(HERE)
            .sourceImageId(IMAGE)
            .name("copy")
            .build());
    ImageId created = ec2.owner()
        .createImage(CreateImage.builder()
            .instanceId(at.launch().instanceId())
            .name("created")
            .build());
    ImageId registered = ec2.owner()
        .registerImage(RegisterImage.builder()
            .name("registered")
            .hvm(Architecture.X86_64)
            .ebsRoot("/dev/xvda", ec2.snapshot())
            .build());

    Ami copied = ec2.state().image(destination, copy).orElseThrow();
    assertThat(copied.sourceImageRegion()).contains(HERE);
    assertThat(copied.sourceImageId()).contains(IMAGE);
    assertThat(stored(created).sourceImageRegion()).contains(HERE);
    assertThat(stored(created).sourceImageId()).contains(IMAGE);
    assertThat(stored(registered).sourceImageRegion()).isEmpty();
  }

  @Test
  @Rules("LAUNCH-22")
  void an_override_that_is_too_small_or_badly_or_doubly_named_is_an_invalid_mapping() {
    at.put(image -> image);
    EbsBlockDevice blank = EbsBlockDevice.builder().volumeSize(8).build();
    for (List<BlockDeviceMapping> devices : List.of(
        List.of(ebs(ROOT, volume -> volume.volumeSize(7))),
        List.of(BlockDeviceMapping.ebs(DeviceName.of("/dev/sda"), blank)),
        List.of(BlockDeviceMapping.ebs(DATA, blank), BlockDeviceMapping.ebs(DATA, blank)))) {
      assertThatThrownBy(() -> at.launch(request -> request.blockDeviceMappings(devices)))
          .as("%s", devices)
          .hasMessageContaining("InvalidBlockDeviceMapping");
    }
    assertThat(at.launch(request ->
            request.blockDeviceMappings(List.of(ebs(ROOT, volume -> volume.volumeSize(8))))))
        .isNotNull();
  }

  @Test
  @Rules({"QUOTA-01", "QUOTA-02", "QUOTA-03", "QUOTA-07", "QUOTA-09"})
  void the_quotas_are_those_that_every_account_starts_with() {
    assertThat(Quotas.standard())
        .returns(50_000, Quotas::images)
        .returns(5, Quotas::publicImages)
        .returns(1_000, Quotas::sharingEntities)
        .returns(300, Quotas::imageCopies)
        .returns(50, Quotas::tags);
    assertThat(RegistrySettings.builder().build().quotas()).isEqualTo(Quotas.standard());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  @Rules({"QUOTA-01", "LIFE-23", "ERR-32"})
  void images_of_every_kind_but_failed_and_deregistered_ones_count_against_the_quota(int quota) {
    TestRegistry few = new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .quotas(Quotas.builder().images(quota + 1).build())
        .completion(CompletionPolicy.whenTold())
        .build());
    few.put(image(1).addLaunchPermission(EVERYONE).deprecationTime(START).build());
    few.put(image(2).state(AmiState.DISABLED).build());
    few.put(image(3).state(AmiState.PENDING).build());
    few.put(TestImages.binned(4));
    few.put(image(5)
        .state(AmiState.FAILED)
        .stateReason(new StateReason("Server.InternalError", "No luck"))
        .build());
    few.put(image(6).state(AmiState.DEREGISTERED).build());
    RegisterImage request = RegisterImage.builder()
        .name("one-more")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", few.snapshot())
        .build();

    if (quota == 4) {
      assertThat(few.owner().registerImage(request)).isNotNull();
    } else {
      assertRefused(
          few::state,
          () -> few.owner().registerImage(request),
          "ResourceLimitExceeded",
          "image.quota");
    }
  }

  @Test
  @Rules({"SBIN-03", "TAG-23"})
  void
      what_lies_in_the_recycle_bin_is_tagged_and_untagged_but_the_tag_of_AWS_stays_until_restored() {
    SnapshotId snapshot = ec2.snapshot();
    ec2.put(image(1, snapshot).build());
    ec2.owner().call(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 7));
    ec2.owner().call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7));
    ec2.owner().deregisterImage(id(1));
    ec2.owner().deleteSnapshot(snapshot);

    for (String resource : List.of(id(1).value(), snapshot.value())) {
      Tags edited = Tags.of(IN_BIN, "false");
      DeleteTags untagged =
          new DeleteTags(ImmutableList.of(resource), ImmutableList.of(TagToDelete.of(IN_BIN)));
      refused(
          () -> ec2.owner().createTags(new CreateTags(ImmutableList.of(resource), edited)),
          "InvalidParameterValue",
          "tag.not-reserved");
      refused(() -> ec2.owner().deleteTags(untagged), "InvalidParameterValue", "tag.not-reserved");
    }
    ec2.owner().createTags(Tags.of(Tag.of("why", "mistake"), Tag.of("who", "me")), id(1));
    ec2.owner().deleteTags(List.of(TagToDelete.of("who")), id(1));
    assertThat(stored(id(1)).tags())
        .isEqualTo(Tags.of(Tag.of("why", "mistake"), Tag.of(IN_BIN, "true")));
    assertThat(stored(snapshot).tags()).isEqualTo(Tags.of(IN_BIN, "true"));

    ec2.owner().restoreSnapshotFromRecycleBin(snapshot);
    ec2.owner().restoreImageFromRecycleBin(id(1));
    assertThat(stored(id(1)).tags()).isEqualTo(Tags.of("why", "mistake"));
    assertThat(stored(snapshot).tags()).isEqualTo(Tags.none());
  }

  @Test
  @Rules({"ARC-02", "DISABLE-12"})
  void a_snapshot_that_an_image_came_to_use_meanwhile_is_not_archived_under_it() {
    TestRegistry slow = TestRegistry.completing(CompletionPolicy.after(Duration.ofHours(3)));
    SnapshotId used = slow.snapshot();
    SnapshotId free = slow.snapshot();
    for (SnapshotId snapshot : List.of(used, free)) {
      slow.owner().modifySnapshotTier(snapshot, StorageTier.ARCHIVE);
    }
    slow.put(image(1, used).build());
    slow.pass(Duration.ofHours(3));

    assertThat(slow.state().snapshot(HERE, used).orElseThrow().isArchived()).isFalse();
    assertThat(slow.state().snapshot(HERE, free).orElseThrow().isArchived()).isTrue();
    assertThat(slow.state().in(HERE).agenda().count(OWNER, Task.Kind.ARCHIVAL)).isZero();
  }

  @Test
  @Rules({"QRY-21", "WAIT-05", "DEC-104"})
  void a_token_of_a_page_of_snapshots_serves_no_other_query() {
    List<SnapshotId> ids =
        IntStream.range(0, 12).mapToObj(i -> ec2.snapshot()).collect(Collectors.toList());
    assertThat(ids).hasSize(12);
    SnapshotQuery query = SnapshotQuery.builder().ownerIds("self").maxResults(5).build();
    Page<Snapshot> first = ec2.owner().describeSnapshots(query);
    String token = first.nextToken().orElseThrow();

    assertThat(ec2.owner()
            .describeSnapshots(query.toBuilder().nextToken(token).build())
            .items())
        .hasSize(5);
    for (SnapshotQuery other : List.of(
        SnapshotQuery.builder().maxResults(5).build(),
        SnapshotQuery.builder().ownerIds(OWNER.value()).maxResults(5).build(),
        query.toBuilder().restorableByUserIds("self").build(),
        query.toBuilder().filter("volume-size", "8").build())) {
      refused(
          () -> ec2.owner().describeSnapshots(other.toBuilder().nextToken(token).build()),
          "InvalidNextToken",
          "query.next-token");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"instance", "volume"})
  @Rules({"TAG-06", "QUOTA-09"})
  void a_launch_gives_at_most_fifty_tags_to_a_resource(String type) {
    at.put(image -> image);
    assertThat(at.launch(request -> request.addTagSpecification(tags(type, 50))))
        .isNotNull();
    refused(
        () -> at.launch(request -> request.addTagSpecification(tags(type, 51))),
        "TagLimitExceeded",
        "tags.few");
  }

  private static TagSpecification tags(String type, int count) {
    Tags tags = Tags.none();
    for (int i = 0; i < count; i++) {
      tags = tags.with(Tags.of("key-" + i, "value"));
    }
    return new TagSpecification(type, tags);
  }

  @Test
  @Rules({"VIS-01", "VIS-02"})
  void a_viewer_sees_what_it_is_permitted_and_what_is_neither_gone_nor_binned_nor_not_allowed() {
    Viewer owner = Viewer.of(OWNER, START);
    Viewer friend = Viewer.of(FRIEND, START);
    Ami shared = image(1).addLaunchPermission(TO_FRIEND).build();

    assertThat(friend.sees(shared)).isTrue();
    assertThat(friend.sees(image(1).build())).isFalse();
    assertThat(owner.sees(image(1).build())).isTrue();
    assertThat(Viewer.of(STRANGER, START).sees(published(1).build())).isTrue();
    assertThat(owner.sees(TestImages.binned(1))).isFalse();
    assertThat(owner.sees(image(1).state(AmiState.DEREGISTERED).build())).isFalse();
    AllowedImagesSettings none = AllowedImagesSettings.enabled();
    assertThat(friend.with(none).sees(shared)).isFalse();
    assertThat(owner.with(none).sees(shared)).isTrue();
  }
}
