package dev.amikit.registry;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.AllowedImagesSettings.State;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.VirtualizationType;
import dev.amikit.page.Page;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Queries as the accounts of a registry ask them. */
class QueriesTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final SnapshotId snapshot = ec2.snapshot();

  private Ami put(int number, LaunchPermission... permissions) {
    return ec2.put(image(number).launchPermissions(List.of(permissions)).build());
  }

  private Ami.Builder image(int number) {
    return Ami.builder()
        .imageId("ami-%017x".formatted(number))
        .ownerId(OWNER)
        .name("golden-" + number)
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .state(AmiState.AVAILABLE)
        .creationDate(START)
        .ebsRoot("/dev/xvda", EbsBlockDevice.of(VolumeType.GP3, 8, snapshot));
  }

  private static ImageQuery all() {
    return ImageQuery.builder().build();
  }

  private static ImageQuery pagesOf(int size) {
    return ImageQuery.builder().maxResults(size).build();
  }

  private static List<ImageId> ids(Page<Ami> page) {
    return page.items().stream().map(Ami::imageId).toList();
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.errorCode()).isEqualTo(code));
  }

  @Test
  @Rules({"VIS-01", "MTX-16", "ACCT-04", "COM-01"})
  void each_account_sees_its_own_and_what_is_shared_with_it_in_the_region() {
    Ami own = put(1);
    Ami shared = put(2, LaunchPermission.userId(FRIEND));
    Ami open = put(3, LaunchPermission.everyone());
    assertThat(ids(ec2.owner().describeImages(all())))
        .containsExactly(own.imageId(), shared.imageId(), open.imageId());
    assertThat(ids(ec2.as(FRIEND).describeImages(all())))
        .containsExactly(shared.imageId(), open.imageId());
    assertThat(ids(ec2.as(STRANGER).describeImages(all()))).containsExactly(open.imageId());
    assertThat(ids(ec2.as(OWNER, THERE).describeImages(all()))).isEmpty();
    refused(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND,
        () -> ec2.as(OWNER, THERE).describeImage(own.imageId()));
  }

  @Test
  @Rules({"QRY-03", "QRY-04", "ID-09", "COM-03"})
  void an_id_without_record_fails_the_call_and_a_hidden_one_is_left_out() {
    Ami hidden = put(1);
    assertThat(ec2.as(FRIEND).describeImage(hidden.imageId())).isEmpty();
    refused(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND,
        () -> ec2.owner().describeImage(ImageId.of("ami-00000000000000099")));
    refused(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND,
        () -> ec2.owner().disableImage(ImageId.of("ami-00000000000000099")));
  }

  @Test
  @Rules({"VIS-12", "TAG-07", "TAG-08", "FLT-21", "PERM-15", "IMG-36"})
  void each_account_sees_and_filters_by_its_own_tags() {
    Ami shared = put(1, LaunchPermission.userId(FRIEND));
    ec2.owner().createTags(Tags.of(Tag.of("env", "prod"), Tag.of("team", "os")), shared.imageId());
    ec2.as(FRIEND).createTags(Tags.of("env", "borrowed"), shared.imageId());
    ImageQuery prod = ImageQuery.builder().filter("tag:env", "prod").build();
    ImageQuery borrowed = ImageQuery.builder().filter("tag:env", "borrowed").build();
    assertThat(ec2.owner().describeImages(prod).items())
        .extracting(Ami::tags)
        .containsExactly(Tags.of(Tag.of("env", "prod"), Tag.of("team", "os")));
    assertThat(ec2.owner().describeImages(borrowed).items()).isEmpty();
    assertThat(ec2.as(FRIEND).describeImages(prod).items()).isEmpty();
    assertThat(ec2.as(FRIEND).describeImages(borrowed).items())
        .extracting(Ami::tags)
        .containsExactly(Tags.of("env", "borrowed"));
  }

  @Test
  @Rules("FLT-38")
  void a_description_is_found_as_it_was_changed_later() {
    Ami own = put(1);
    ec2.owner()
        .modifyImageAttribute(ModifyImageAttribute.builder()
            .imageId(own.imageId())
            .description("hardened")
            .build());
    assertThat(ids(ec2.owner()
            .describeImages(ImageQuery.builder().filter("description", "hard*").build())))
        .containsExactly(own.imageId());
  }

  @Test
  @Rules("TAG-23")
  void an_image_in_the_recycle_bin_can_be_tagged_and_keeps_the_tags_when_it_is_restored() {
    Ami own = put(1);
    ec2.owner().call(CreateRule.ofRegion(RetentionRule.ResourceType.EC2_IMAGE, 7));
    ec2.owner().deregisterImage(own.imageId());
    ec2.owner().createTags(Tags.of("why", "mistake"), own.imageId());
    ec2.owner().restoreImageFromRecycleBin(own.imageId());
    assertThat(ec2.owner().describeImage(own.imageId()).orElseThrow().tags())
        .isEqualTo(Tags.of("why", "mistake"));
  }

  @Test
  @Rules({"QRY-21", "WAIT-05", "DEC-104"})
  void pages_are_cut_from_what_was_found_at_first() {
    for (int i = 1; i <= 12; i++) {
      put(i);
    }
    Page<Ami> first = ec2.owner().describeImages(pagesOf(5));
    ec2.owner().deregisterImage(ImageId.of("ami-%017x".formatted(7)));
    put(20);
    Page<Ami> second =
        ec2.owner().describeImages(pagesOf(5).next(first.nextToken().orElseThrow()));
    Page<Ami> third =
        ec2.owner().describeImages(pagesOf(5).next(second.nextToken().orElseThrow()));
    assertThat(ids(first)).hasSize(5);
    assertThat(ids(second)).hasSize(5).contains(ImageId.of("ami-%017x".formatted(7)));
    assertThat(ids(third)).hasSize(2);
    assertThat(third.nextToken()).isEmpty();
  }

  @Test
  @Rules({"QRY-21", "WAIT-05"})
  void a_token_serves_no_other_account_and_no_other_query() {
    for (int i = 1; i <= 12; i++) {
      put(i, LaunchPermission.userId(FRIEND));
    }
    String token = ec2.owner().describeImages(pagesOf(5)).nextToken().orElseThrow();
    refused(
        ErrorCode.INVALID_NEXT_TOKEN,
        () -> ec2.as(FRIEND).describeImages(pagesOf(5).next(token)));
    refused(
        ErrorCode.INVALID_NEXT_TOKEN,
        () -> ec2.as(OWNER, THERE).describeImages(pagesOf(5).next(token)));
    refused(
        ErrorCode.INVALID_NEXT_TOKEN,
        () -> ec2.owner()
            .describeImages(pagesOf(5).toBuilder()
                .filter("name", "golden-*")
                .nextToken(token)
                .build()));
    refused(
        ErrorCode.INVALID_NEXT_TOKEN,
        () -> ec2.owner().describeImages(pagesOf(5).next("no-token")));
  }

  @Test
  @Rules({"ALLOW-03", "ALLOW-04", "ALLOW-06", "ALLOW-07", "ALLOW-08", "VIS-02", "MTX-17", "MTX-18"})
  void allowed_amis_hides_what_meets_no_criterion_once_enabled() {
    Ami open = put(1, LaunchPermission.everyone());
    Ec2 friend = ec2.as(FRIEND);
    friend.replaceImageCriteriaInAllowedImagesSettings(
        ImageCriterion.builder().imageNames("al2023-*").build());
    assertThat(friend.describeImages(all()).items())
        .allSatisfy(ami -> assertThat(ami.imageAllowed()).isEmpty());
    friend.enableAllowedImagesSettings(State.AUDIT_MODE);
    assertThat(friend.describeImages(all()).items())
        .hasSize(1)
        .allSatisfy(ami -> assertThat(ami.imageAllowed()).hasValue(false));
    friend.enableAllowedImagesSettings(State.ENABLED);
    assertThat(friend.describeImages(all()).items()).isEmpty();
    assertThat(friend.describeImage(open.imageId())).isEmpty();
    refused(
        ErrorCode.INVALID_AMI_ID_NOT_FOUND,
        () -> friend.createTags(Tags.of("a", "b"), open.imageId()));
    assertThat(friend.getAllowedImagesSettings().settings().imageCriteria()).hasSize(1);
    assertThat(friend.disableAllowedImagesSettings().state()).isEqualTo(State.DISABLED);
    assertThat(friend.describeImages(all()).items()).hasSize(1);
    assertThat(friend.getAllowedImagesSettings().settings().imageCriteria()).hasSize(1);
  }

  @Test
  @Rules({"ALLOW-01", "ALLOW-02", "ALLOW-04", "ACCT-04"})
  void allowed_amis_is_set_for_one_account_in_one_region() {
    ImageCriterion amazon = ImageCriterion.imageProviders("amazon");
    ec2.owner().replaceImageCriteriaInAllowedImagesSettings(amazon);
    ec2.owner().enableAllowedImagesSettings(State.ENABLED);
    assertThat(ec2.owner().getAllowedImagesSettings().settings())
        .isEqualTo(AllowedImagesSettings.enabled(amazon));
    for (Ec2 other : List.of(ec2.as(OWNER, THERE), ec2.as(FRIEND))) {
      assertThat(other.getAllowedImagesSettings().settings())
          .isEqualTo(new AllowedImagesSettings(State.DISABLED, ImmutableList.of()));
    }
    ec2.owner().replaceImageCriteriaInAllowedImagesSettings();
    assertThat(ec2.owner().getAllowedImagesSettings().settings())
        .isEqualTo(AllowedImagesSettings.enabled());
  }

  @Test
  @Rules({"ALLOW-11", "QUOTA-10"})
  void more_than_ten_criteria_are_refused_and_the_list_stays() {
    ImageCriterion amazon = ImageCriterion.imageProviders("amazon");
    ec2.owner()
        .replaceImageCriteriaInAllowedImagesSettings(
            Collections.nCopies(10, amazon).toArray(ImageCriterion[]::new));
    refused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ec2.owner()
            .replaceImageCriteriaInAllowedImagesSettings(
                Collections.nCopies(11, amazon).toArray(ImageCriterion[]::new)));
    assertThat(ec2.owner().getAllowedImagesSettings().settings().imageCriteria())
        .hasSize(10);
  }

  @Test
  @Rules({"ALLOW-03", "ALLOW-26", "ACCT-10"})
  void allowed_amis_is_not_enabled_as_disabled_nor_changed_against_a_policy() {
    refused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ec2.owner().enableAllowedImagesSettings(State.DISABLED));
    assertThat(ec2.owner().getAllowedImagesSettings().managedBy()).isEqualTo(ManagedBy.ACCOUNT);
    ec2.registry
        .aws()
        .changeSettings(
            OWNER,
            HERE,
            settings -> settings.toBuilder().managedByDeclarativePolicy(true).build());
    for (ThrowingCallable change : List.<ThrowingCallable>of(
        () -> ec2.owner().enableAllowedImagesSettings(State.ENABLED),
        () -> ec2.owner().disableAllowedImagesSettings(),
        () -> ec2.owner().replaceImageCriteriaInAllowedImagesSettings())) {
      refused(ErrorCode.OPERATION_NOT_PERMITTED, change);
    }
    assertThat(ec2.owner().getAllowedImagesSettings())
        .isEqualTo(
            new AllowedImagesState(AllowedImagesSettings.initial(), ManagedBy.DECLARATIVE_POLICY));
  }

  @Test
  @Rules({"ALLOW-22", "ALLOW-23"})
  void an_instance_tells_whether_its_image_would_be_allowed_though_it_is_not() {
    Ami open = put(1, LaunchPermission.everyone());
    Ec2 friend = ec2.as(FRIEND);
    Instance instance = friend
        .runInstances(RunInstances.builder()
            .imageId(open.imageId())
            .instanceType("m7i.large")
            .build())
        .instances()
        .get(0);
    friend.enableAllowedImagesSettings(State.ENABLED);
    assertThat(friend.describeInstanceImageMetadata(instance.instanceId()))
        .singleElement()
        .satisfies(metadata -> {
          assertThat(metadata.imageMetadata().imageId()).isEqualTo(open.imageId());
          assertThat(metadata.imageMetadata().imageAllowed()).hasValue(false);
        });
    friend.replaceImageCriteriaInAllowedImagesSettings(ImageCriterion.imageNames("golden-*"));
    assertThat(friend.describeInstanceImageMetadata(instance.instanceId()))
        .extracting(metadata -> metadata.imageMetadata().imageAllowed())
        .containsExactly(Optional.of(true));
    assertThat(TestLaunch.instances(friend.describeInstances(instance.instanceId())))
        .singleElement()
        .extracting(Instance::state)
        .isEqualTo(InstanceState.RUNNING);
  }

  @Test
  @Rules({"DEREG-10", "SNAP-35", "SNAP-36"})
  void the_snapshots_of_a_deregistered_image_are_kept_and_can_be_deleted() {
    Ami own = put(1);
    refused(ErrorCode.INVALID_SNAPSHOT_IN_USE, () -> ec2.owner().deleteSnapshot(snapshot));
    ec2.owner().deregisterImage(own.imageId());
    assertThat(ec2.registry.state().snapshot(HERE, snapshot)).isPresent();
    ec2.owner().deleteSnapshot(snapshot);
    assertThat(ec2.registry.state().snapshot(HERE, snapshot)).isEmpty();
  }

  @Test
  @Rules({"SQRY-01", "SQRY-04", "SQRY-05", "SQRY-09", "DEC-170"})
  void snapshots_are_seen_by_those_who_may_read_them() {
    SnapshotId shared = ec2.snapshot(
        OWNER, s -> s.addCreateVolumePermission(CreateVolumePermission.userId(FRIEND)));
    SnapshotId open =
        ec2.snapshot(OWNER, s -> s.addCreateVolumePermission(CreateVolumePermission.everyone()));
    SnapshotQuery all = SnapshotQuery.builder().build();
    assertThat(ec2.as(FRIEND).describeSnapshots(all).items())
        .extracting(Snapshot::snapshotId)
        .containsExactly(shared, open);
    ec2.owner().enableSnapshotBlockPublicAccess(BlockPublicAccess.BLOCK_ALL_SHARING);
    assertThat(ec2.as(FRIEND).describeSnapshots(all).items())
        .extracting(Snapshot::snapshotId)
        .containsExactly(shared);
    SnapshotQuery hidden = SnapshotQuery.builder().addSnapshotId(snapshot).build();
    refused( // DEC-170: was left out before
        ErrorCode.INVALID_SNAPSHOT_NOT_FOUND, () -> ec2.as(FRIEND).describeSnapshots(hidden));
    assertThat(ec2.owner().describeSnapshots(hidden).items()).hasSize(1);
    SnapshotQuery unknown = SnapshotQuery.builder().snapshotIds("snap-00000099").build();
    refused(ErrorCode.INVALID_SNAPSHOT_NOT_FOUND, () -> ec2.owner().describeSnapshots(unknown));
  }

  @Test
  @Rules({"DEPR-12", "DEPR-14", "VIS-05", "VIS-06"})
  void a_deprecated_image_leaves_the_listings_of_others_when_its_time_comes() {
    ec2.put(image(1)
        .addLaunchPermission(LaunchPermission.userId(FRIEND))
        .deprecationTime(START.plus(Duration.ofDays(1)))
        .build());
    ec2.pass(Duration.ofDays(1).minusMillis(1));
    assertThat(ec2.as(FRIEND).describeImages(all()).items()).hasSize(1);
    ec2.pass(Duration.ofMillis(1));
    assertThat(ec2.as(FRIEND).describeImages(all()).items()).isEmpty();
    assertThat(ec2.owner().describeImages(all()).items()).hasSize(1);
  }
}
