package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.fixed;
import static dev.amikit.jackson.Forms.oneOf;
import static dev.amikit.jackson.Forms.set;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.Shapes.ARN;
import static dev.amikit.jackson.Shapes.IMAGE_ID;
import static dev.amikit.jackson.Shapes.SNAPSHOT_ID;
import static dev.amikit.jackson.Shapes.VOLUME_ID;
import static dev.amikit.jackson.Shapes.unlessEmpty;

import com.google.common.base.Ascii;
import dev.amikit.image.ImageName;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import java.util.Optional;

/** The tables of the Recycle Bin: what lies there, and its retention rules. */
final class RecycleBinShapes {
  static final Form<ResourceType> RESOURCE_TYPE = oneOf(ResourceType.values());
  static final Form<RuleLockState> LOCK_STATE =
      oneOf(state -> Ascii.toLowerCase(state.name()), RuleLockState.values());

  static final Form<ImageRecycleBinInfo> IMAGE_RECYCLE_BIN_INFO =
      Shape.<ImageRecycleBinInfo>ofRecord(parts -> new ImageRecycleBinInfo(
              parts.get("ImageId"),
              parts.find("Name"),
              parts.find("Description"),
              parts.get("RecycleBinEnterTime"),
              parts.get("RecycleBinExitTime")))
          .required("ImageId", IMAGE_ID, ImageRecycleBinInfo::imageId)
          .optional("Name", text(ImageName::of), ImageRecycleBinInfo::name)
          .optional("Description", TEXT, ImageRecycleBinInfo::description)
          .required("RecycleBinEnterTime", TIME, ImageRecycleBinInfo::recycleBinEnterTime)
          .required("RecycleBinExitTime", TIME, ImageRecycleBinInfo::recycleBinExitTime)
          .end();

  static final Form<SnapshotRecycleBinInfo> SNAPSHOT_RECYCLE_BIN_INFO =
      Shape.<SnapshotRecycleBinInfo>ofRecord(parts -> new SnapshotRecycleBinInfo(
              parts.get("SnapshotId"),
              parts.find("VolumeId"),
              parts.find("Description"),
              parts.get("RecycleBinEnterTime"),
              parts.get("RecycleBinExitTime")))
          .required("SnapshotId", SNAPSHOT_ID, SnapshotRecycleBinInfo::snapshotId)
          .required("RecycleBinEnterTime", TIME, SnapshotRecycleBinInfo::recycleBinEnterTime)
          .required("RecycleBinExitTime", TIME, SnapshotRecycleBinInfo::recycleBinExitTime)
          .optional("Description", TEXT, SnapshotRecycleBinInfo::description)
          .optional("VolumeId", VOLUME_ID, SnapshotRecycleBinInfo::volumeId)
          .end();

  static final Form<Integer> RETENTION_PERIOD = days("RetentionPeriod", "retentionPeriodDays");

  static final Form<Integer> LOCK_CONFIGURATION = Shape.<Integer>ofRecord(
          parts -> parts.get("UnlockDelay"))
      .required("UnlockDelay", days("UnlockDelay", "unlockDelayDays"), days -> days)
      .end();

  static final Form<ResourceTag> RESOURCE_TAG = Shape.<ResourceTag>ofRecord(
          parts -> new ResourceTag(parts.get("ResourceTagKey"), parts.find("ResourceTagValue")))
      .required("ResourceTagKey", TEXT, ResourceTag::key)
      .optional("ResourceTagValue", TEXT, ResourceTag::value)
      .end();

  /**
   * A retention rule as GetRule tells it. It is always available: in force as soon as it is made.
   */
  static final Form<RetentionRule> RETENTION_RULE = Shape.of(
          RetentionRule::builder, RetentionRule.Builder::build)
      .required("Identifier", TEXT, RetentionRule::identifier, (to, v) -> to.identifier(v))
      .optional(
          "Description",
          TEXT,
          rule -> unlessEmpty(rule.description()),
          (to, v) -> to.description(v))
      .required(
          "ResourceType", RESOURCE_TYPE, RetentionRule::resourceType, (to, v) -> to.resourceType(v))
      .required(
          "RetentionPeriod",
          RETENTION_PERIOD,
          RetentionRule::retentionPeriodDays,
          (to, v) -> to.retentionPeriodDays(v))
      .decisive(
          "ResourceTags",
          set(RESOURCE_TAG),
          rule -> unlessEmpty(rule.resourceTags()),
          (to, v) -> to.resourceTags(v))
      .optional("Status", fixed(TEXT, "available"), rule -> Optional.of("available"), (to, v) -> {})
      .decisive(
          "LockConfiguration",
          LOCK_CONFIGURATION,
          RetentionRule::unlockDelayDays,
          (to, v) -> to.unlockDelayDays(v))
      .decisive("LockState", LOCK_STATE, rule -> told(rule.lockState()), (to, v) -> to.lockState(v))
      .decisive("LockEndTime", TIME, RetentionRule::lockEndTime, (to, v) -> to.lockEndTime(v))
      .optional("RuleArn", ARN, RetentionRule::ruleArn, (to, v) -> to.ruleArn(v))
      .decisive(
          "ExcludeResourceTags",
          set(RESOURCE_TAG),
          rule -> unlessEmpty(rule.excludeResourceTags()),
          (to, v) -> to.excludeResourceTags(v))
      .end();

  static final Form<RuleSummary> RULE_SUMMARY = Shape.<RuleSummary>ofRecord(
          parts -> new RuleSummary(
              parts.get("Identifier"),
              parts.<String>find("Description").orElse(""),
              parts.get("RetentionPeriod"),
              parts.<RuleLockState>find("LockState").orElse(RuleLockState.NONE),
              parts.find("RuleArn")))
      .required("Identifier", TEXT, RuleSummary::identifier)
      .optional("Description", TEXT, rule -> unlessEmpty(rule.description()))
      .required("RetentionPeriod", RETENTION_PERIOD, RuleSummary::retentionPeriodDays)
      .optional("LockState", LOCK_STATE, rule -> told(rule.lockState()))
      .optional("RuleArn", ARN, RuleSummary::ruleArn)
      .end();

  private RecycleBinShapes() {}

  /** A time in days, which EC2 gives a unit. */
  private static Form<Integer> days(String name, String attribute) {
    String value = name + "Value";
    return Shape.<Integer>ofRecord(parts -> parts.get(value))
        .required(value, INT, days -> days)
        .required(name + "Unit", oneOf("DAYS"), days -> "DAYS")
        .alias(attribute, value)
        .end();
  }

  /** That a rule was never locked is no word of the API: then there is none. */
  private static Optional<RuleLockState> told(RuleLockState state) {
    return Optional.of(state).filter(any -> any != RuleLockState.NONE);
  }
}
