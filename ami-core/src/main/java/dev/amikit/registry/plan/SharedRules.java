package dev.amikit.registry.plan;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The rules that operations of several chapters share. */
public final class SharedRules {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      DeviceRules.FEW,
      DeviceRules.NAME_FORM,
      DeviceRules.NAME_ONCE,
      DeviceRules.VIRTUAL_NAME_FORM,
      DeviceRules.VIRTUAL_NAME_ONCE,
      DeviceRules.WITHOUT_PLACE,
      DeviceRules.WITHOUT_LAUNCH_MEMBERS,
      DeviceRules.WITHOUT_ENCRYPTED,
      DeviceRules.KEY_NEEDS_ENCRYPTED,
      DeviceRules.RATE_RANGE,
      DeviceRules.RATE_NEEDS_SNAPSHOT,
      DeviceRules.TYPE_KNOWN,
      DeviceRules.SIZE_OR_SNAPSHOT,
      DeviceRules.NOT_SMALLER,
      DeviceRules.SIZE_RANGE,
      DeviceRules.IOPS_NEEDED,
      DeviceRules.IOPS_ALLOWED,
      DeviceRules.IOPS_RANGE,
      DeviceRules.IOPS_PER_SIZE,
      DeviceRules.THROUGHPUT_ALLOWED,
      DeviceRules.THROUGHPUT_RANGE,
      DeviceRules.THROUGHPUT_PER_IOPS,
      DeviceRules.BOOTABLE,
      ClientToken.LENGTH,
      ClientToken.LENGTH_OF_LONG,
      ClientToken.MATCHES,
      ImageAccess.EXISTS,
      ImageAccess.ALLOWED,
      ImageAccess.OWNER,
      ImageAccess.NOT_GONE,
      ImageAccess.NOT_BINNED,
      ImageNames.FREE,
      NewImages.QUOTA,
      SnapshotAccess.OWNER,
      SnapshotCopy.SOURCE_REGION,
      SnapshotCopy.IN_REGION,
      CopyEncryption.KEY_REQUIRES_ENCRYPTED,
      CopyEncryption.STAYS_ENCRYPTED,
      SnapshotCopy.COMPLETION_DURATION,
      SnapshotCopy.THROUGHPUT,
      TagRules.NOT_RESERVED,
      TagRules.KEY_LENGTH,
      TagRules.TAGS_LIMIT,
      UsableSnapshots.OWN,
      UsableSnapshots.COMPLETED,
      UsableSnapshots.NOT_ARCHIVED,
      UsableSnapshots.IN_STANDARD_TIER,
      Zones.EXISTS);

  private SharedRules() {}

  /** {@return the rules of all of them} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
