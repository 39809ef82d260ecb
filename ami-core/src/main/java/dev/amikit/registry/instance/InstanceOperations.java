package dev.amikit.registry.instance;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on instances and volumes. */
public final class InstanceOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      AttachVolume.AVAILABLE,
      AttachVolume.SAME_ZONE,
      AttachVolume.INSTANCE_STATE,
      AttachVolume.PRODUCT_TO_STOPPED,
      AttachVolume.DEVICE_NAME,
      AttachVolume.CARD_NOT_NEGATIVE,
      AttachVolume.DEVICE_FREE,
      CreateVolume.SIZE_OR_SNAPSHOT,
      CreateVolume.NOT_ATTACHED,
      DeleteVolume.AVAILABLE,
      DetachVolume.ATTACHED,
      DetachVolume.ROOT_OF_STOPPED,
      DetachVolume.PRODUCT_OF_STOPPED,
      InstanceRules.STATE,
      InstanceRules.STOPPABLE,
      InstanceRules.ROOT_ATTACHED,
      InstanceTypeRules.ARCHITECTURE,
      InstanceTypeRules.VIRTUALIZATION,
      InstanceTypeRules.ROOT_DEVICE_TYPE,
      InstanceTypeRules.ENA,
      InstanceTypeRules.BOOT_MODE,
      InstanceTypeRules.TPM,
      InstanceTypeRules.ENCRYPTION,
      LaunchVolume.ROOT_BOOTABLE,
      RunInstances.IMAGE_PARAMETER,
      RunInstances.MACHINE,
      RunInstances.PERMITTED,
      RunInstances.SUBSCRIBED,
      RunInstances.ROOT_STAYS,
      RunInstances.EPHEMERAL_WITHOUT_SNAPSHOT,
      RunInstances.INSTANCE_STORE_WITHOUT_EBS,
      RunInstances.HVM_NAME,
      RunInstances.COUNTS,
      RunInstances.HOP_LIMIT,
      RunInstances.INSTANCES_LIMIT);

  private InstanceOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
