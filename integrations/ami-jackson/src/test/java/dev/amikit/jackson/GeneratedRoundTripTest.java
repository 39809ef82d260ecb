package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageName;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.account.BlockPublicAccessState;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.instance.ImageMetadata;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.registry.snapshot.SnapshotTierStatus;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.SnapshotArbitraries;
import dev.amikit.testkit.contract.MappingContract;
import dev.amikit.testkit.jqwik.AmiDomain;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What is written and read again is what it was, as far as EC2's answers tell it. */
@Domain(AmiDomain.class)
@Domain(DomainContext.Global.class)
@Tag("long")
@SuppressWarnings("ClassCanBeStatic") // groups of jqwik are inner classes
class GeneratedRoundTripTest {
  @Group
  class An_image implements MappingContract<Ami, String> {
    @Override
    public Arbitrary<Ami> values() {
      return AmiArbitraries.amis();
    }

    @Override
    public String write(Ami ami) {
      return AmiJson.image().write(ami);
    }

    @Override
    public Ami read(String document) {
      return AmiJson.image().read(document).orThrow();
    }

    @Override
    public Ami told(Ami ami) {
      return asDescribed(ami);
    }
  }

  @Property(tries = 200)
  void images_are_read_as_they_were_written(@ForAll @Size(max = 20) List<Ami> amis) {
    assertThat(AmiJson.images().read(AmiJson.images().write(amis)).orThrow())
        .isEqualTo(amis.stream().map(GeneratedRoundTripTest::asDescribed).toList());
  }

  /** What the AWS CLI prints of an image or a snapshot, and of its attributes. */
  record Printed(String described, String attributes) {}

  @Group
  class An_image_with_its_attributes implements MappingContract<Ami, Printed> {
    @Override
    public Arbitrary<Ami> values() {
      return AmiArbitraries.amis();
    }

    @Override
    public Printed write(Ami ami) {
      return new Printed(
          AmiJson.image().write(ami), AmiJson.imageAttributes().write(ImageAttribute.of(ami)));
    }

    @Override
    public Ami read(Printed documents) {
      return AmiJson.imageAttributes()
          .read(documents.attributes())
          .orThrow()
          .joinTo(AmiJson.image().read(documents.described()).orThrow());
    }

    @Override
    public Ami told(Ami ami) {
      return ami.withRecycleBinStay(Optional.empty());
    }
  }

  @Group
  class A_snapshot implements MappingContract<Snapshot, String> {
    @Override
    public Arbitrary<Snapshot> values() {
      return SnapshotArbitraries.snapshots();
    }

    @Override
    public String write(Snapshot snapshot) {
      return AmiJson.snapshot().write(snapshot);
    }

    @Override
    public Snapshot read(String document) {
      return AmiJson.snapshot().read(document).orThrow();
    }

    @Override
    public Snapshot told(Snapshot snapshot) {
      return asDescribed(snapshot);
    }
  }

  @Property(tries = 200)
  void snapshots_are_read_as_they_were_written(@ForAll @Size(max = 20) List<Snapshot> snapshots) {
    assertThat(AmiJson.snapshots().read(AmiJson.snapshots().write(snapshots)).orThrow())
        .isEqualTo(snapshots.stream().map(GeneratedRoundTripTest::asDescribed).toList());
  }

  @Group
  class A_snapshot_with_its_attributes implements MappingContract<Snapshot, Printed> {
    @Override
    public Arbitrary<Snapshot> values() {
      return SnapshotArbitraries.snapshots();
    }

    @Override
    public Printed write(Snapshot snapshot) {
      return new Printed(
          AmiJson.snapshot().write(snapshot),
          AmiJson.snapshotAttributes().write(SnapshotAttribute.of(snapshot)));
    }

    @Override
    public Snapshot read(Printed documents) {
      return AmiJson.snapshotAttributes()
          .read(documents.attributes())
          .orThrow()
          .joinTo(AmiJson.snapshot().read(documents.described()).orThrow());
    }

    @Override
    public Snapshot told(Snapshot snapshot) {
      return asTold(snapshot);
    }
  }

  @Property
  void launch_permissions_are_read_as_they_were_written(
      @ForAll ImageId imageId, @ForAll @Size(max = 9) Set<LaunchPermission> permissions) {
    ImageAttribute attributes = ImageAttribute.builder()
        .imageId(imageId)
        .launchPermissions(ImmutableSet.copyOf(permissions))
        .build();

    assertThat(AmiJson.imageAttributes()
            .read(AmiJson.imageAttributes().write(attributes))
            .orThrow())
        .isEqualTo(attributes);
  }

  @Property
  void create_volume_permissions_are_read_as_they_were_written(
      @ForAll SnapshotId snapshotId,
      @ForAll @Size(max = 9) Set<CreateVolumePermission> permissions) {
    SnapshotAttribute attributes = new SnapshotAttribute(
        snapshotId, Optional.of(ImmutableSet.copyOf(permissions)), Optional.empty());

    assertThat(AmiJson.snapshotAttributes()
            .read(AmiJson.snapshotAttributes().write(attributes))
            .orThrow())
        .isEqualTo(attributes);
  }

  @Property
  void what_lies_in_the_recycle_bin_is_read_as_it_was_written(
      @ForAll ImageId imageId,
      @ForAll Optional<ImageName> name,
      @ForAll SnapshotId snapshotId,
      @ForAll Optional<VolumeId> volumeId,
      @ForAll Optional<String> description,
      @ForAll RecycleBinStay stay) {
    ImmutableList<ImageRecycleBinInfo> images = ImmutableList.of(
        new ImageRecycleBinInfo(imageId, name, description, stay.enterTime(), stay.exitTime()));
    ImmutableList<SnapshotRecycleBinInfo> snapshots = ImmutableList.of(new SnapshotRecycleBinInfo(
        snapshotId, volumeId, description, stay.enterTime(), stay.exitTime()));

    assertThat(again(AmiJson.imagesInRecycleBin(), images)).isEqualTo(images);
    assertThat(again(AmiJson.snapshotsInRecycleBin(), snapshots)).isEqualTo(snapshots);
  }

  @Property
  void what_is_told_of_an_image_elsewhere_is_read_as_it_was_written(
      @ForAll Ami ami, @ForAll InstanceId instanceId, @ForAll InstanceState instanceState) {
    ImmutableList<ImageAncestryEntry> ancestry = ImmutableList.of(new ImageAncestryEntry(
        ami.creationDate(),
        ami.imageId(),
        ami.imageOwnerAlias(),
        ami.sourceImageId(),
        ami.sourceImageRegion()));
    ImmutableList<InstanceImageMetadata> metadata = ImmutableList.of(new InstanceImageMetadata(
        instanceId,
        "m7i.large",
        Instant.EPOCH,
        ami.rootDeviceName().map(any -> "us-east-1a"),
        instanceState,
        ami.ownerId(),
        ami.tags(),
        new ImageMetadata(
            ami.imageId(),
            ami.name(),
            ami.ownerId(),
            ami.imageOwnerAlias()
                .map(alias -> UserId.of(alias.word()))
                .orElse(UserId.of(ami.ownerId())),
            ami.state(),
            ami.creationDate(),
            ami.deprecationTime(),
            ami.imageAllowed(),
            ami.isPublic(),
            ami.imageWatermarks())));
    ImmutableList<TagDescription> tags = ami.tags().asMap().entrySet().stream()
        .map(
            tag -> new TagDescription(tag.getKey(), ami.imageId().value(), "image", tag.getValue()))
        .collect(ImmutableList.toImmutableList());

    assertThat(again(AmiJson.imageAncestry(), ancestry)).isEqualTo(ancestry);
    assertThat(again(AmiJson.instanceImageMetadata(), metadata)).isEqualTo(metadata);
    assertThat(again(AmiJson.tags(), tags)).isEqualTo(tags);
  }

  @Property
  void what_is_told_of_the_tier_of_a_snapshot_is_read_as_it_was_written(
      @ForAll Snapshot snapshot, @ForAll ReturnCode returnCode) {
    ImmutableList<SnapshotTierStatus> statuses = ImmutableList.of(new SnapshotTierStatus(
        snapshot.snapshotId(),
        snapshot.volumeId(),
        snapshot.state(),
        snapshot.ownerId(),
        snapshot.tags(),
        snapshot.storageTier().orElse(StorageTier.STANDARD),
        Optional.of(snapshot.startTime()),
        snapshot.progress(),
        snapshot.lastTieringOperationStatus(),
        snapshot.stateMessage(),
        snapshot.completionTime(),
        snapshot.restoreExpiryTime()));
    ImmutableList<DeleteSnapshotReturnCode> codes =
        ImmutableList.of(new DeleteSnapshotReturnCode(snapshot.snapshotId(), returnCode));

    assertThat(again(AmiJson.snapshotTierStatuses(), statuses)).isEqualTo(statuses);
    assertThat(again(AmiJson.deleteSnapshotResults(), codes)).isEqualTo(codes);
    assertThat(again(AmiJson.deleteSnapshotResults(), ImmutableList.of())).isEmpty();
  }

  @Property
  void retention_rules_are_read_as_they_were_written(
      @ForAll ResourceType resourceType,
      @ForAll @IntRange(min = 1, max = 365) int days,
      @ForAll @StringLength(max = 255) @AlphaChars String description,
      @ForAll @Size(max = 5) Set<@AlphaChars @StringLength(min = 1, max = 9) String> keys,
      @ForAll boolean excludes,
      @ForAll RuleLockState lockState) {
    ImmutableSet<ResourceTag> tags = keys.stream()
        .map(key -> key.length() > 4 ? ResourceTag.of(key) : ResourceTag.of(key, description))
        .collect(ImmutableSet.toImmutableSet());
    RetentionRule.Builder rule = RetentionRule.builder()
        .identifier("abcdef12345")
        .resourceType(resourceType)
        .retentionPeriodDays(resourceType == ResourceType.EBS_VOLUME ? days % 7 + 1 : days)
        .ruleArn(
            excludes
                ? Optional.empty()
                : Optional.of(Arn.parse("arn:aws:rbin:us-east-1:111122223333:rule/abcdef12345")))
        .description(description)
        .resourceTags(excludes ? Set.of() : tags)
        .excludeResourceTags(excludes ? tags : Set.of());
    if (excludes || tags.isEmpty()) {
      rule.lockState(lockState);
      if (lockState != RuleLockState.NONE) {
        rule.unlockDelayDays(7);
      }
      if (lockState == RuleLockState.PENDING_UNLOCK) {
        rule.lockEndTime(Instant.EPOCH);
      }
    }
    RetentionRule built = rule.build();
    ImmutableList<RuleSummary> summaries = ImmutableList.of(new RuleSummary(
        built.identifier(),
        built.description(),
        built.retentionPeriodDays(),
        built.lockState(),
        built.ruleArn()));

    assertThat(again(AmiJson.rule(), built)).isEqualTo(built);
    assertThat(again(AmiJson.rules(), summaries)).isEqualTo(summaries);
  }

  @Property
  void settings_are_read_as_they_were_written(
      @ForAll AllowedImagesSettings.State state,
      @ForAll @Size(max = 3) Set<AccountId> providers,
      @ForAll @IntRange(max = 1000) int days,
      @ForAll BlockPublicAccess access,
      @ForAll ManagedBy managedBy) {
    ImageWatermarkFilter watermark = ImageWatermarkFilter.builder()
        .sourceImageRegion("us-*")
        .maximumDaysSinceSourceImageCreated(days)
        .build();
    ImageCriterion criterion = ImageCriterion.builder()
        .imageProviders(providers.stream().map(UserId::of).toList())
        .imageNames("golden-*")
        .marketplaceProductCodes("abc")
        .maximumDaysSinceCreated(days)
        .maximumDaysSinceDeprecated(days % 7)
        .addImageWatermark(watermark)
        .build();
    AllowedImagesState allowed = new AllowedImagesState(
        new AllowedImagesSettings(state, ImmutableList.of(criterion)), managedBy);
    BlockPublicAccessState blocked = new BlockPublicAccessState(access, managedBy);

    assertThat(again(AmiJson.allowedImagesSettings(), allowed)).isEqualTo(allowed);
    assertThat(again(AmiJson.imageBlockPublicAccessState(), blocked)).isEqualTo(blocked);
    assertThat(again(AmiJson.snapshotBlockPublicAccessState(), blocked)).isEqualTo(blocked);
  }

  private static <T> ImmutableList<T> again(AnswerFormat<T> format, ImmutableList<T> values) {
    AnswerDocument<T> read = format.read(format.write(values));
    assertThat(read.allUnknownMembers()).isEmpty();
    return read.orThrow();
  }

  private static <T> T again(RecordFormat<T> format, T value) {
    ReadResult<T> read = format.read(format.write(value));
    assertThat(read.unknownMembers()).isEmpty();
    return read.orThrow();
  }

  /** The image as DescribeImages tells it: of its permissions only whether it is public. */
  private static Ami asDescribed(Ami ami) {
    return ami.toBuilder()
        .isPublic(ami.isPublic())
        .uefiData(Optional.empty())
        .recycleBinStay(Optional.empty())
        .build();
  }

  /** The snapshot as DescribeSnapshots tells it. */
  private static Snapshot asDescribed(Snapshot snapshot) {
    return asTold(snapshot).toBuilder()
        .createVolumePermissions(ImmutableSet.of())
        .productCodes(ImmutableSet.of())
        .build();
  }

  /** The snapshot as DescribeSnapshots and DescribeSnapshotAttribute tell it. */
  private static Snapshot asTold(Snapshot snapshot) {
    return snapshot.toBuilder()
        .lock(Optional.empty())
        .lastTieringOperationStatus(Optional.empty())
        .lastTieringStartTime(Optional.empty())
        .lastTieringOperationStatusDetail(Optional.empty())
        .archivalCompleteTime(Optional.empty())
        .recycleBinStay(Optional.empty())
        .deletionRequested(false)
        .deleted(false)
        .platformDetails(Optional.empty())
        .usageOperation(Optional.empty())
        .build();
  }
}
