package dev.amikit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.account.AccountSettings;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterRules;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.LifeCycleRules;
import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycleRules;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycleRules;
import dev.amikit.page.PageRules;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.account.AccountOperations;
import dev.amikit.registry.fastlaunch.FastLaunchOperations;
import dev.amikit.registry.image.ImageOperations;
import dev.amikit.registry.instance.InstanceOperations;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.SharedRules;
import dev.amikit.registry.recyclebin.RecycleBinOperations;
import dev.amikit.registry.s3.S3Operations;
import dev.amikit.registry.snapshot.SnapshotOperations;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.TagOperations;
import dev.amikit.registry.usage.UsageOperations;
import dev.amikit.rule.Characters;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.word.Words;
import java.util.Comparator;
import java.util.Optional;

/** All rules of the library, sorted by their IDs. */
public final class RuleCatalogue {
  private static final ImmutableList<Rule> ALL = ImmutableList.sortedCopyOf(
      Comparator.comparing(Rule::id),
      ImmutableList.<Rule>builder()
          .add(MissingAttributesException.REQUIRED, Characters.LEGAL, Words.NOT_EMPTY)
          .add(
              ImageId.FORMAT,
              ImageParameter.FORMAT,
              KernelId.FORMAT,
              RamdiskId.FORMAT,
              InstanceId.FORMAT)
          .add(SnapshotId.KIND, SnapshotId.FORMAT, VolumeId.FORMAT)
          .add(S3ObjectId.BUCKET, S3ObjectId.KEY)
          .add(ImageUsageReportId.FORMAT, ImageUsageReport.EXISTS)
          .add(AccountId.FORMAT, Region.FORMAT, Arn.FORMAT, KmsKeyId.FORMAT)
          .add(OrganizationArn.FORMAT, OrganizationalUnitArn.FORMAT, ProductCode.NOT_EMPTY)
          .add(Tag.KEY_NOT_EMPTY, Tag.KEY_LENGTH, Tag.VALUE_LENGTH, Tags.KEYS_UNIQUE)
          .add(LaunchPermission.GROUP_IS_ALL)
          .add(DeviceName.NOT_EMPTY)
          .addAll(EbsBlockDevice.RULES)
          .addAll(BlockDeviceMapping.RULES)
          .addAll(Snapshot.RULES)
          .add(Snapshot.EXISTS, SnapshotLock.END_GIVEN, SnapshotRecycleBinStay.ENDS_LATER)
          .add(AmiState.KNOWN, ImageName.REGISTRABLE, ImageAttributeName.KNOWN)
          .add(DeregistrationProtection.KNOWN, RecycleBinStay.ENDS_LATER)
          .add(WatermarkKey.NAME, WatermarkKey.FORMAT)
          .addAll(Ami.RULES)
          .addAll(LifeCycleRules.all())
          .addAll(SnapshotLifeCycleRules.all())
          .add(FastLaunch.PRESENT, FastLaunchState.KNOWN)
          .addAll(FastLaunchLifeCycleRules.all())
          .add(Filter.CLI_FORM)
          .addAll(FilterRules.all())
          .add(AllowedImagesSettings.CRITERIA_LIMIT, AllowedImagesSettings.STATE_KNOWN)
          .addAll(ImageCriterion.RULES)
          .addAll(ImageWatermarkFilter.RULES)
          .addAll(PageRules.all())
          .addAll(ImageQuery.RULES)
          .addAll(SnapshotQuery.RULES)
          .add(AccountSettings.MANAGED_BY_ACCOUNT, BlockPublicAccess.KNOWN)
          .add(Instance.EXISTS, Volume.EXISTS, Task.UNDER_WAY)
          .addAll(RetentionRule.RULES)
          .add(TagSpecification.TYPE_TAKEN, TagSpecification.HAS_TAGS)
          .add(TagSpecification.HAS_KEYS)
          .addAll(SharedRules.rules())
          .addAll(ImageOperations.rules())
          .addAll(S3Operations.rules())
          .addAll(FastLaunchOperations.rules())
          .addAll(UsageOperations.rules())
          .addAll(SnapshotOperations.rules())
          .addAll(InstanceOperations.rules())
          .addAll(RecycleBinOperations.rules())
          .addAll(TagOperations.rules())
          .addAll(AccountOperations.rules())
          .build());

  private RuleCatalogue() {}

  /** {@return every rule, each once, sorted by ID} */
  public static ImmutableList<Rule> all() {
    return ALL;
  }

  /**
   * Returns the rule of an ID.
   *
   * @param id the ID
   * @return the rule, or empty if none has the ID
   */
  public static Optional<Rule> find(RuleId id) {
    requireNonNull(id, "id");
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
