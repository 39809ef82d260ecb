package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.filter.Filter;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.rule.Refusal;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.s3.StoredImage;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.visibility.Viewer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Claims that do not hold, each with the least that shows it. */
class ShrinkingTest {
  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("ImageQuery{imageIds=[], owners=[self], executableUsers=[], filters=[], "
      + "includeDeprecated=false, includeDisabled=false}")
  void no_query_names_an_owner(@ForAll ImageQuery query) {
    assertThat(query.owners()).isEmpty();
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("ImageQuery{imageIds=[], owners=[], executableUsers=[], filters=[], "
      + "includeDeprecated=false, includeDisabled=true, maxResults=5}")
  void a_query_of_disabled_images_has_no_pages(@ForAll ImageQuery query) {
    assertThat(query.includeDisabled() && query.maxResults().isPresent()).isFalse();
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("SnapshotQuery{snapshotIds=[], ownerIds=[], restorableByUserIds=[], "
      + "filters=[Name=…,Values=…, Name=…,Values=…]}")
  void no_query_has_two_filters(@ForAll SnapshotQuery query) {
    assertThat(query.filters()).hasSizeLessThan(2);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("Name=…,Values=…,…")
  void no_filter_has_two_values(@ForAll Filter filter) {
    assertThat(filter.values()).hasSizeLessThan(2);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText(
      "AccountProfile{organizationPath=OrganizationPath[organization=arn:aws:organizations::111122223333:organization/o-0000000000, "
          + "units=[arn:aws:organizations::111122223333:ou/o-0000000000/ou-0000-00000000]], "
          + "subscriptions=[], mayUseBillingProducts=false}")
  void no_account_is_in_a_unit(@ForAll AccountProfile profile) {
    assertThat(profile.organizationPath().filter(path -> !path.units().isEmpty()))
        .isEmpty();
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("AccountSettings{imageBlockPublicAccess=block-new-sharing, "
      + "snapshotBlockPublicAccess=unblocked, "
      + "allowedImages=AllowedImagesSettings[state=disabled, imageCriteria=[]], "
      + "managedByDeclarativePolicy=false, ebsEncryptionByDefault=false, "
      + "kmsAliases={golden=arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000}, "
      + "unusableKmsKeys=[]}")
  void no_account_has_keys(@ForAll AccountSettings settings) {
    assertThat(settings.kmsAliases()).isEmpty();
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("AllowedImagesSettings[state=audit-mode, "
      + "imageCriteria=[ImageCriterion{imageProviders=[], imageNames=[golden-*], "
      + "marketplaceProductCodes=[], imageWatermarks=[]}]]")
  void no_names_are_audited(@ForAll AllowedImagesSettings settings) {
    assertThat(settings.state() == AllowedImagesSettings.State.AUDIT_MODE
            && settings.imageCriteria().stream()
                .anyMatch(criterion -> !criterion.imageNames().isEmpty()))
        .isFalse();
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("Viewer[account=111122223333, "
      + "organization=Optional[OrganizationPath[organization=arn:aws:organizations::111122223333:organization/o-0000000000, "
      + "units=[]]], allowedImages=AllowedImagesSettings[state=disabled, imageCriteria=[]], "
      + "at=2026-01-01T00:00:00Z]")
  void no_viewer_is_in_an_organization(@ForAll Viewer viewer) {
    assertThat(viewer.organization()).isEmpty();
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("FastLaunch[id=111122223333:ami-00000000000000001, "
      + "configuration=FastLaunchConfiguration[resourceType=snapshot, targetResourceCount=1, "
      + "maxParallelLaunches=6, launchTemplate=Optional.empty], state=enabled-failed, "
      + "stateTransitionReason=Server.InternalError, stateTransitionTime=2026-01-01T00:00:00Z]")
  void fast_launch_never_fails(@ForAll FastLaunch fastLaunch) {
    assertThat(fastLaunch.state()).isNotEqualTo(FastLaunchState.ENABLED_FAILED);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText(
      "ImageUsageReport[reportId=amiur-00000000000000001, imageId=ami-00000000000000001, "
          + "resourceTypes=[ResourceTypeRequest[resourceType=ec2:Instance, "
          + "resourceTypeOptions=[]]], accountIds=[], creationTime=2026-01-01T00:00:00Z, "
          + "state=error, stateReason=Optional[Server.InternalError], tags={}]")
  void reports_never_fail(@ForAll ImageUsageReport report) {
    assertThat(report.state()).isNotEqualTo(ImageUsageReportState.ERROR);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("StoreImageTask[imageId=ami-00000000000000001, "
      + "objectId=amzn-s3-demo-bucket/ami-00000000000000001.bin, "
      + "taskStartTime=2026-01-01T00:00:00Z, state=Failed, progressPercentage=0, "
      + "failureReason=Optional[Server.InternalError]]")
  void tasks_never_fail(@ForAll StoreImageTask task) {
    assertThat(task.state()).isNotEqualTo(StoreTaskState.FAILED);
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText("StoredImage[image=Ami{imageId=ami-00000000000000001, imageType=machine, "
      + "ownerId=111122223333, name=golden-1, state=available, "
      + "creationDate=2026-01-01T00:00:00Z, imageLocation=owner/golden-1, architecture=x86_64, "
      + "virtualizationType=hvm, hypervisor=xen, platformDetails=Linux/UNIX, "
      + "usageOperation=RunInstances, productCodes=[], rootDeviceType=ebs, "
      + "rootDeviceName=/dev/xvda, devices=[BlockDeviceMapping{deviceName=/dev/xvda, "
      + "ebs=EbsBlockDevice{snapshotId=snap-00000000000000001, deleteOnTermination=true, "
      + "encrypted=false}}], imageWatermarks=[], "
      + "permissions=KnownPermissions[permissions=[], areTold=true], tags={}}, "
      + "snapshots=[Snapshot{snapshotId=snap-00000000000000001, ownerId=111122223333, "
      + "state=completed, startTime=2026-01-01T00:00:00Z, volumeSize=8, encrypted=false, "
      + "storageTier=standard, transferType=standard, productCodes=[], "
      + "createVolumePermissions=[], tags={}, deletionRequested=false, deleted=false}], "
      + "sourceRegion=us-east-1, storedBy=111122223333, storedAt=2026-01-01T00:00:00Z, "
      + "objectTags=[S3ObjectTag[key=Name, value=]]]")
  void nothing_is_stored_with_tags(@ForAll StoredImage stored) {
    assertThat(stored.objectTags()).isEmpty();
  }

  @Property(shrinking = ShrinkingMode.FULL)
  @ShrinksToText(
      "InvalidAMIAttributeItemValue: Invalid attribute item value \"absent \" for userId "
          + "item type.")
  void a_refusal_is_for_one_violation(@ForAll Refusal refusal) {
    assertThat(refusal.violations()).hasSize(1);
  }
}
