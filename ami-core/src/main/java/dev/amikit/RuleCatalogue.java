package dev.amikit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.Platform;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AttachWatermark;
import dev.amikit.lifecycle.CancelLaunchPermission;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.DisableDeprecation;
import dev.amikit.lifecycle.EnableDeprecation;
import dev.amikit.lifecycle.EnableDeregistrationProtection;
import dev.amikit.lifecycle.ExpireInRecycleBin;
import dev.amikit.lifecycle.FinishCreation;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.lifecycle.RestoreFromRecycleBin;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.AllowedImagesSettings;
import dev.amikit.query.Answer;
import dev.amikit.query.Filter;
import dev.amikit.query.ImageCriterion;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageWatermarkFilter;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.AccountSettings;
import dev.amikit.registry.AttachVolume;
import dev.amikit.registry.BlockPublicAccess;
import dev.amikit.registry.CopyImage;
import dev.amikit.registry.CopySnapshot;
import dev.amikit.registry.CreateImage;
import dev.amikit.registry.CreateTags;
import dev.amikit.registry.CreateVolume;
import dev.amikit.registry.DeleteSnapshot;
import dev.amikit.registry.DescribeImageAttribute;
import dev.amikit.registry.DescribeInstanceImageMetadata;
import dev.amikit.registry.DescribeSnapshotAttribute;
import dev.amikit.registry.EnableImageBlockPublicAccess;
import dev.amikit.registry.EnableSnapshotBlockPublicAccess;
import dev.amikit.registry.ImageAttributeName;
import dev.amikit.registry.Instance;
import dev.amikit.registry.ListImagesInRecycleBin;
import dev.amikit.registry.Listing;
import dev.amikit.registry.LockSnapshot;
import dev.amikit.registry.ModifyEbsDefaultKmsKeyId;
import dev.amikit.registry.ModifyImageAttribute;
import dev.amikit.registry.ModifySnapshotAttribute;
import dev.amikit.registry.ModifySnapshotTier;
import dev.amikit.registry.Operation;
import dev.amikit.registry.RegisterImage;
import dev.amikit.registry.ResetImageAttribute;
import dev.amikit.registry.RestoreSnapshotTier;
import dev.amikit.registry.RetentionRule;
import dev.amikit.registry.RunInstances;
import dev.amikit.registry.StopInstances;
import dev.amikit.registry.TagSpecification;
import dev.amikit.registry.UnlockSnapshot;
import dev.amikit.registry.Volume;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.word.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** All rules of the library, sorted by their IDs. */
public final class RuleCatalogue {
  private static final ImmutableList<Rule> ALL = ImmutableList.sortedCopyOf(
      Comparator.comparing(Rule::id),
      ImmutableSet.<Rule>builder()
          .add(MissingAttributesException.REQUIRED, Words.NOT_EMPTY)
          .add(ImageId.FORMAT, KernelId.FORMAT, RamdiskId.FORMAT, InstanceId.FORMAT)
          .add(SnapshotId.KIND, SnapshotId.FORMAT, VolumeId.FORMAT)
          .add(AccountId.FORMAT, Region.FORMAT, Arn.FORMAT, KmsKeyId.FORMAT)
          .add(OrganizationArn.FORMAT, OrganizationalUnitArn.FORMAT, ProductCode.NOT_EMPTY)
          .add(Tag.KEY_NOT_EMPTY, Tag.KEY_LENGTH, Tag.VALUE_LENGTH, Tags.KEYS_UNIQUE)
          .add(LaunchPermission.GROUP_IS_ALL)
          .add(DeviceName.NOT_EMPTY)
          .addAll(EbsBlockDevice.RULES)
          .addAll(BlockDeviceMapping.RULES)
          .addAll(Snapshot.RULES)
          .add(SnapshotRecycleBinStay.ENDS_LATER)
          .add(AmiState.KNOWN, ImageType.KNOWN, Platform.IS_WINDOWS, ImageName.REGISTRABLE)
          .add(DeregistrationProtection.KNOWN, RecycleBinStay.ENDS_LATER)
          .add(WatermarkKey.NAME, WatermarkKey.FORMAT)
          .addAll(Ami.RULES)
          .addAll(Arrays.stream(AmiAction.values()).map(AmiAction::rule).iterator())
          .addAll(
              Arrays.stream(SnapshotAction.values()).map(SnapshotAction::rule).iterator())
          .add(FinishCreation.NAMED)
          .add(Deregister.UNPROTECTED)
          .add(RestoreFromRecycleBin.BEFORE_EXIT_TIME, ExpireInRecycleBin.AFTER_EXIT_TIME)
          .add(EnableDeprecation.NOT_PAST, EnableDeprecation.NOT_TOO_LATE)
          .add(DisableDeprecation.PRIVATE)
          .add(EnableDeregistrationProtection.KEEPS_COOLDOWN)
          .add(ModifyLaunchPermission.NOT_EMPTY, ModifyLaunchPermission.DISJOINT)
          .add(ModifyLaunchPermission.ACCOUNTS_IN_REQUEST)
          .add(ModifyLaunchPermission.PUBLIC_WITHOUT_PRODUCT_CODES)
          .add(ModifyLaunchPermission.PUBLIC_WITHOUT_WATERMARKS)
          .add(ModifyLaunchPermission.PUBLIC_WITHOUT_ENCRYPTION)
          .add(CancelLaunchPermission.HAS_PERMISSION)
          .add(ModifyDescription.LENGTH, ModifyImdsSupport.IS_V2)
          .add(AttachWatermark.PRIVATE, AttachWatermark.AT_MOST_FIVE)
          .add(CopyImage.TOKEN_LENGTH, CopyImage.TOKEN_MATCHES, CopyImage.SOURCE_STATE)
          .add(CopyImage.STORAGE_READABLE, CopyImage.NO_FOREIGN_PRODUCTS)
          .add(CopyImage.ENCRYPTION_REQUIRES_EBS, CopyImage.FEW)
          .add(CopySnapshot.SOURCE_REGION, CopySnapshot.IN_REGION, CopySnapshot.FEW)
          .add(CopySnapshot.KEY_REQUIRES_ENCRYPTED, CopySnapshot.STAYS_ENCRYPTED)
          .add(CopySnapshot.COMPLETION_DURATION)
          .add(DeleteSnapshot.NOT_MANAGED_BY_BACKUP, DeleteSnapshot.UNUSED, DeleteSnapshot.UNLOCKED)
          .add(DescribeSnapshotAttribute.READABLE)
          .add(LockSnapshot.MODE_KNOWN, LockSnapshot.END_GIVEN, LockSnapshot.ONE_END)
          .add(LockSnapshot.END_IN_RANGE, LockSnapshot.COOL_OFF_IN_RANGE)
          .add(LockSnapshot.COOL_OFF_FITS, LockSnapshot.COMPLIANCE_STAYS, LockSnapshot.NOT_FAILED)
          .add(ModifyEbsDefaultKmsKeyId.KEY_IN_REGION)
          .add(ModifySnapshotAttribute.MODIFIABLE, ModifySnapshotAttribute.ONE_DIRECTION)
          .add(ModifySnapshotAttribute.NOT_EMPTY, ModifySnapshotAttribute.FEW_CHANGES)
          .add(ModifySnapshotAttribute.NOT_ARCHIVED, ModifySnapshotAttribute.PUBLIC_UNBLOCKED)
          .add(ModifySnapshotAttribute.PUBLIC_WITHOUT_ENCRYPTION)
          .add(ModifySnapshotAttribute.PUBLIC_WITHOUT_MARKETPLACE, ModifySnapshotAttribute.OWN_KEY)
          .add(ModifySnapshotTier.TO_ARCHIVE, ModifySnapshotTier.STANDARD)
          .add(ModifySnapshotTier.IMAGES_DISABLED, ModifySnapshotTier.FEW)
          .add(ModifySnapshotTier.FEW_OF_VOLUME)
          .add(RestoreSnapshotTier.ONE_FORM, RestoreSnapshotTier.DAYS_IN_RANGE)
          .add(RestoreSnapshotTier.ARCHIVED, RestoreSnapshotTier.FEW)
          .add(UnlockSnapshot.LOCKED)
          .add(dev.amikit.registry.DeregisterImage.NOT_MANAGED_BY_BACKUP)
          .addAll(RetentionRule.RULES)
          .add(ListImagesInRecycleBin.FEW_IDS)
          .add(dev.amikit.registry.RestoreImageFromRecycleBin.SNAPSHOTS_EXIST)
          .add(dev.amikit.registry.RestoreImageFromRecycleBin.SNAPSHOTS_USABLE)
          .add(Filter.CLI_FORM)
          .addAll(ImageQuery.RULES)
          .addAll(SnapshotQuery.RULES)
          .addAll(Answer.RULES)
          .add(AllowedImagesSettings.CRITERIA_LIMIT, AllowedImagesSettings.STATE_KNOWN)
          .addAll(ImageCriterion.RULES)
          .addAll(ImageWatermarkFilter.RULES)
          .add(AccountSettings.MANAGED_BY_ACCOUNT, BlockPublicAccess.KNOWN)
          .addAll(CreateTags.RULES)
          .addAll(DescribeImageAttribute.RULES)
          .add(EnableImageBlockPublicAccess.BLOCKS_NEW_SHARING)
          .add(EnableSnapshotBlockPublicAccess.BLOCKS)
          .add(ImageAttributeName.KNOWN)
          .addAll(ModifyImageAttribute.RULES)
          .add(ResetImageAttribute.RESETTABLE)
          .add(AttachVolume.AVAILABLE, AttachVolume.DEVICE_FREE)
          .add(CreateImage.EBS_ROOT, CreateImage.INSTANCE_STATE)
          .add(CreateImage.ROOT_STAYS, CreateImage.VOLUME_AS_IT_IS)
          .add(CreateVolume.KEY_USABLE, CreateVolume.ROOM_FOR_SNAPSHOT)
          .add(DescribeInstanceImageMetadata.FEW_IDS)
          .add(Instance.EXISTS, Volume.EXISTS)
          .addAll(Listing.PAGE_RULES)
          .addAll(RegisterImage.SHARED_RULES)
          .add(RegisterImage.HAS_SOURCE, RegisterImage.MANIFEST_WITHOUT_EBS)
          .add(RegisterImage.MANIFEST_FORM, RegisterImage.ROOT_NAMED)
          .add(RegisterImage.ROOT_HAS_SNAPSHOT, RegisterImage.NOTHING_SUPPRESSED)
          .add(RegisterImage.WORDS_KNOWN, RegisterImage.UEFI_DATA_FORM)
          .add(RegisterImage.TPM_NEEDS_UEFI, RegisterImage.UEFI_DATA_NEEDS_UEFI)
          .add(RegisterImage.UEFI_NEEDS_HVM, RegisterImage.ARM64_WITHOUT_BIOS)
          .add(RegisterImage.KERNEL_NEEDS_PARAVIRTUAL, RegisterImage.MAY_USE_BILLING_PRODUCTS)
          .addAll(RunInstances.INSTANCE_TYPE_RULES)
          .add(RunInstances.MACHINE, RunInstances.PERMITTED, RunInstances.SUBSCRIBED)
          .add(RunInstances.ROOT_STAYS, RunInstances.EPHEMERAL_WITHOUT_SNAPSHOT)
          .add(RunInstances.INSTANCE_STORE_WITHOUT_EBS, RunInstances.HVM_NAME)
          .add(RunInstances.COUNTS, RunInstances.FEW)
          .addAll(StopInstances.INSTANCE_RULES)
          .addAll(TagSpecification.RULES)
          .addAll(Operation.RULES)
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
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
