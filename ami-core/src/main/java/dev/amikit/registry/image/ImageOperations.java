package dev.amikit.registry.image;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on images. */
public final class ImageOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      CopyImage.MACHINE,
      CopyImage.SOURCE_STATE,
      CopyImage.STORAGE_READABLE,
      CopyImage.NO_FOREIGN_PRODUCTS,
      CopyImage.ENCRYPTION_REQUIRES_EBS,
      CopyImage.COPIES_LIMIT,
      CreateImage.EBS_ROOT,
      CreateImage.INSTANCE_STATE,
      CreateImage.ROOT_ATTACHED,
      CreateImage.ROOT_STAYS,
      CreateImage.VOLUME_AS_IT_IS,
      CreateImage.ROOM_FOR_VOLUME,
      DeregisterImage.NOT_MANAGED_BY_BACKUP,
      DescribeImageAttribute.NOT_THE_MAPPING,
      EnableImage.SNAPSHOTS_RESTORED,
      ImageSharing.PUBLIC_SHARING_UNBLOCKED,
      ImageSharing.OWN_KEYS,
      ImageSharing.PUBLIC_IMAGES,
      ImageSharing.ENTITIES,
      ModifyImageAttribute.NO_PRODUCT_CODES,
      ModifyImageAttribute.MODIFIABLE,
      ModifyImageAttribute.NOT_THE_MAPPING,
      ModifyImageAttribute.IMDS_SUPPORT_GIVEN,
      ModifyImageAttribute.ONE_ATTRIBUTE,
      RegisterImage.HAS_SOURCE,
      RegisterImage.MANIFEST_WITHOUT_EBS,
      RegisterImage.MANIFEST_FORM,
      RegisterImage.MANIFEST_DEVICE_NAME,
      RegisterImage.ROOT_NAMED,
      RegisterImage.ROOT_HAS_SNAPSHOT,
      RegisterImage.NOTHING_SUPPRESSED,
      RegisterImage.WORDS_KNOWN,
      RegisterImage.UEFI_DATA_FORM,
      RegisterImage.TPM_NEEDS_UEFI,
      RegisterImage.UEFI_DATA_NEEDS_UEFI,
      RegisterImage.UEFI_NEEDS_HVM,
      RegisterImage.ARM64_WITHOUT_BIOS,
      RegisterImage.ARCHITECTURE_NEEDS_HVM,
      RegisterImage.ARCHITECTURE_NEEDS_EBS,
      RegisterImage.KERNEL_NEEDS_PARAVIRTUAL,
      RegisterImage.MAY_USE_BILLING_PRODUCTS,
      ResetImageAttribute.RESETTABLE);

  private ImageOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
