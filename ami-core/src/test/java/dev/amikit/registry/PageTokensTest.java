package dev.amikit.registry;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_SNAPSHOT;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.io.BaseEncoding;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.page.PageRequest;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceTypeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A token serves the listing that it came from, and nothing else. */
class PageTokensTest {
  private static final int MANY = 6;
  private static final PageRequest FIRST = PageRequest.of(5);
  private static final Filter ANY_TAG = Filter.of("tag-key", "*");
  private static final ImmutableSet<ResourceTag> TAG = ImmutableSet.of(ResourceTag.of("a", "b"));

  /** Listings of every kind, of more than a page each. */
  private static final ImmutableList<Listing<?>> LISTINGS = ImmutableList.of(
      new DescribeImages(ImageQuery.builder().build()),
      new DescribeSnapshots(SnapshotQuery.builder().build()),
      DescribeSnapshotTierStatus.of(),
      new DescribeLockedSnapshots(ImmutableSet.of()),
      DescribeStoreImageTasks.of(),
      DescribeFastLaunchImages.of(),
      DescribeImageUsageReports.of(),
      DescribeImageReferences.of(TestLaunch.IMAGE),
      DescribeImageUsageReportEntries.of(),
      DescribeInstances.of(),
      DescribeVolumes.of(),
      DescribeTags.of(),
      new DescribeInstanceImageMetadata(ImmutableSet.of()),
      new ListImagesInRecycleBin(ImmutableSet.of()),
      new ListSnapshotsInRecycleBin(ImmutableSet.of()),
      new ListRules(EC2_IMAGE));

  /** Listings that differ from one of those in one member. */
  private static final ImmutableList<Listing<?>> OTHERS = ImmutableList.of(
      describe(ImageQuery.builder().owners("self")),
      describe(ImageQuery.builder().executableUsers("all")),
      describe(ImageQuery.builder().filter(ANY_TAG)),
      describe(ImageQuery.builder().includeDeprecated(true)),
      describe(ImageQuery.builder().includeDisabled(true)),
      describe(SnapshotQuery.builder().ownerIds("self")),
      describe(SnapshotQuery.builder().restorableByUserIds("all")),
      describe(SnapshotQuery.builder().filter(ANY_TAG)),
      DescribeSnapshotTierStatus.of(Filter.of("snapshot-id", "*")),
      new DescribeLockedSnapshots(ImmutableSet.of(), Filter.of("lock-state", "governance")),
      DescribeStoreImageTasks.of(Filter.of("bucket", "bucket")),
      DescribeFastLaunchImages.of(Filter.of("state", "*")),
      DescribeImageReferences.of(TestLaunch.IMAGE, TestImages.UNKNOWN),
      references(false, ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE)),
      references(true, ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE)),
      DescribeImageUsageReports.of(Filter.of("state", "available")),
      reports(ImmutableSet.of(TestLaunch.IMAGE), ImmutableSet.of()),
      entries(ImmutableSet.of(TestLaunch.IMAGE), ImmutableSet.of()),
      DescribeImageUsageReportEntries.of(Filter.of("account-id", "*")),
      DescribeInstances.of(ANY_TAG),
      DescribeVolumes.of(ANY_TAG),
      DescribeTags.of(Filter.of("key", "*")),
      new DescribeInstanceImageMetadata(ImmutableSet.of(), Filter.of("instance-type", "*")),
      new ListImagesInRecycleBin(ImmutableSet.of(TestImages.UNKNOWN)),
      new ListSnapshotsInRecycleBin(ImmutableSet.of(SnapshotId.of("snap-0123456789abcdef0"))),
      new ListRules(EBS_SNAPSHOT),
      rules(TAG, ImmutableSet.of(), Optional.empty()),
      rules(ImmutableSet.of(), TAG, Optional.empty()),
      rules(ImmutableSet.of(), ImmutableSet.of(), Optional.of(RuleLockState.UNLOCKED)));

  private final TestLaunch launch = new TestLaunch();
  private final TestRegistry ec2 = launch.ec2;

  PageTokensTest() {
    for (ResourceType type : List.of(EC2_IMAGE, EBS_SNAPSHOT)) {
      ec2.owner()
          .call(CreateRule.builder().resourceType(type).retentionPeriodDays(7).build());
    }
    launch.put(image -> image.addLaunchPermission(TestImages.TO_FRIEND));
    for (int i = 1; i <= MANY; i++) {
      Ami binned = ec2.put(TestImages.image(i, ec2.snapshot()).build());
      ec2.owner().deregisterImage(binned.imageId());
      ec2.owner().deleteSnapshot(ec2.snapshot());
      Ami stored = ec2.put(TestImages.image(100 + i, ec2.snapshot()).build());
      ec2.owner().createStoreImageTask(stored.imageId(), "bucket");
      Ami windows = ec2.put(TestImages.image(200 + i, ec2.snapshot()).windows().build());
      ec2.owner().enableFastLaunch(windows.imageId());
      ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, i));
      ec2.owner().createTags(Tags.of("number", "" + i), ec2.snapshot());
      ec2.owner()
          .call(CreateRule.builder()
              .resourceType(EC2_IMAGE)
              .retentionPeriodDays(7)
              .addResourceTag(ResourceTag.of("number", "" + i))
              .build());
      ec2.owner()
          .lockSnapshot(LockSnapshot.builder()
              .snapshotId(ec2.snapshot())
              .lockMode(LockMode.GOVERNANCE)
              .lockDuration(7)
              .build());
      launch.launch();
      launch.launchAs(FRIEND);
      ec2.owner().createImageUsageReport(TestLaunch.IMAGE);
    }
  }

  private static Listing<?> references(boolean isAll, ResourceTypeRequest... types) {
    return new DescribeImageReferences(
        ImmutableSet.of(TestLaunch.IMAGE), isAll, ImmutableList.copyOf(types), FIRST);
  }

  private static Listing<?> reports(
      ImmutableSet<ImageId> imageIds, ImmutableSet<ImageUsageReportId> reportIds) {
    return new DescribeImageUsageReports(imageIds, reportIds, ImmutableList.of(), FIRST);
  }

  private static Listing<?> entries(
      ImmutableSet<ImageId> imageIds, ImmutableSet<ImageUsageReportId> reportIds) {
    return new DescribeImageUsageReportEntries(imageIds, reportIds, ImmutableList.of(), FIRST);
  }

  private static Listing<?> describe(ImageQuery.Builder query) {
    return new DescribeImages(query.build());
  }

  private static Listing<?> describe(SnapshotQuery.Builder query) {
    return new DescribeSnapshots(query.build());
  }

  private static Listing<?> rules(
      ImmutableSet<ResourceTag> tags,
      ImmutableSet<ResourceTag> exclusions,
      Optional<RuleLockState> lockState) {
    return new ListRules(EC2_IMAGE, tags, exclusions, lockState, FIRST);
  }

  private String token(Listing<?> listing) {
    return ec2.owner().call(listing.on(FIRST)).nextToken().orElseThrow();
  }

  private void assertRefused(AccountId account, Region region, Listing<?> listing, String token) {
    assertThatThrownBy(() -> ec2.as(account, region).call(listing.on(FIRST.after(token))))
        .as("%s of %s in %s with %s", listing, account, region, token)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refusal().violations().get(0).path()).isEqualTo("nextToken"));
  }

  @Test
  void there_is_a_listing_of_every_kind() {
    ImmutableSet<String> kinds = new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("dev.amikit").stream()
            .filter(type -> type.isAssignableTo(Listing.class) && !type.isInterface())
            .map(JavaClass::getName)
            .collect(toImmutableSet());
    assertThat(LISTINGS)
        .extracting(listing -> listing.getClass().getName())
        .hasSameElementsAs(kinds);
  }

  @Test
  @Rules({"QRY-21", "ERR-39"})
  void a_token_goes_on_where_the_page_ended() {
    for (Listing<?> listing : LISTINGS) {
      List<Object> first = new ArrayList<>(ec2.owner().call(listing.on(FIRST)).items());
      List<Object> second = new ArrayList<>(
          ec2.owner().call(listing.on(FIRST.after(token(listing)))).items());
      assertThat(second).as("%s", listing).isNotEmpty().doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  @Rules({"QRY-21", "ERR-39", "WAIT-05"})
  void a_token_of_another_request_is_refused() {
    for (Listing<?> listing : LISTINGS) {
      String token = token(listing);
      for (Listing<?> other : Iterables.concat(LISTINGS, OTHERS)) {
        if (!other.equals(listing)) {
          assertRefused(OWNER, HERE, other, token);
        }
      }
    }
  }

  @Test
  @Rules({"QRY-21", "ERR-39", "WAIT-05"})
  void a_token_of_another_account_or_region_is_refused() {
    for (Listing<?> listing : LISTINGS) {
      String token = token(listing);
      assertRefused(FRIEND, HERE, listing, token);
      assertRefused(OWNER, THERE, listing, token);
    }
  }

  @Test
  @Rules("QRY-21")
  void a_token_tells_nobody_what_stands_in_it() {
    for (Listing<?> listing : LISTINGS) {
      byte[] token = BaseEncoding.base64().decode(token(listing));
      assertThat(new String(token, ISO_8859_1))
          .as("%s", listing)
          .doesNotContain("ami-", "snap-", "vol-", "i-0", "2026", OWNER.value());
    }
  }
}
