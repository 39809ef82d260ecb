package dev.amikit.registry.instance;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on instances and volumes. */
public final class InstanceOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      AttachVolume.AVAILABLE,
      AttachVolume.DEVICE_FREE,
      CreateVolume.KEY_USABLE,
      CreateVolume.ROOM_FOR_SNAPSHOT,
      DescribeInstanceImageMetadata.FEW_IDS,
      InstanceRules.STATE,
      InstanceRules.STOPPABLE,
      InstanceTypeRules.ARCHITECTURE,
      InstanceTypeRules.VIRTUALIZATION,
      InstanceTypeRules.ROOT_DEVICE_TYPE,
      InstanceTypeRules.ENA,
      InstanceTypeRules.BOOT_MODE,
      InstanceTypeRules.TPM,
      InstanceTypeRules.ENCRYPTION,
      RunInstances.MACHINE,
      RunInstances.PERMITTED,
      RunInstances.SUBSCRIBED,
      RunInstances.ROOT_STAYS,
      RunInstances.EPHEMERAL_WITHOUT_SNAPSHOT,
      RunInstances.INSTANCE_STORE_WITHOUT_EBS,
      RunInstances.HVM_NAME,
      RunInstances.COUNTS,
      RunInstances.INSTANCES_LIMIT);

  private InstanceOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
