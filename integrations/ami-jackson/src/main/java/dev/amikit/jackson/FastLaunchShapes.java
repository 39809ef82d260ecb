package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.Shapes.ACCOUNT_ID;
import static dev.amikit.jackson.Shapes.IMAGE_ID;

import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.FastLaunchId;

/** The tables of fast launch. */
final class FastLaunchShapes {
  static final Form<FastLaunchResourceType> RESOURCE_TYPE = text(FastLaunchResourceType::of);

  static final Form<FastLaunchState> STATE = text(FastLaunchState::of);

  /** How many snapshots are kept ready. */
  static final Form<Integer> SNAPSHOT_CONFIGURATION = Shape.<Integer>ofRecord(
          parts -> parts.get("TargetResourceCount"))
      .required("TargetResourceCount", INT, count -> count)
      .end();

  /** Which launch template is meant. */
  static final Form<LaunchTemplateSpecification> LAUNCH_TEMPLATE =
      Shape.<LaunchTemplateSpecification>ofRecord(parts -> new LaunchTemplateSpecification(
              parts.find("LaunchTemplateId"),
              parts.find("LaunchTemplateName"),
              parts.find("Version")))
          .optional("LaunchTemplateId", TEXT, LaunchTemplateSpecification::launchTemplateId)
          .optional("LaunchTemplateName", TEXT, LaunchTemplateSpecification::launchTemplateName)
          .optional("Version", TEXT, LaunchTemplateSpecification::version)
          .end();

  /** What EC2 tells of fast launch, whether it is enabled, disabled or described. */
  static final Form<FastLaunch> FAST_LAUNCH = Shape.<FastLaunch>ofRecord(parts -> new FastLaunch(
          new FastLaunchId(parts.get("OwnerId"), parts.get("ImageId")),
          new FastLaunchConfiguration(
              parts.get("ResourceType"),
              parts.<Integer>get("SnapshotConfiguration"),
              parts.<Integer>get("MaxParallelLaunches"),
              parts.find("LaunchTemplate")),
          parts.get("State"),
          parts.get("StateTransitionReason"),
          parts.get("StateTransitionTime")))
      .required("ImageId", IMAGE_ID, FastLaunch::imageId)
      .required(
          "ResourceType",
          RESOURCE_TYPE,
          fastLaunch -> fastLaunch.configuration().resourceType())
      .required(
          "SnapshotConfiguration",
          SNAPSHOT_CONFIGURATION,
          fastLaunch -> fastLaunch.configuration().targetResourceCount())
      .optional(
          "LaunchTemplate",
          LAUNCH_TEMPLATE,
          fastLaunch -> fastLaunch.configuration().launchTemplate())
      .required(
          "MaxParallelLaunches",
          INT,
          fastLaunch -> fastLaunch.configuration().maxParallelLaunches())
      .required("OwnerId", ACCOUNT_ID, FastLaunch::ownerId)
      .required("State", STATE, FastLaunch::state)
      .required("StateTransitionReason", TEXT, FastLaunch::stateTransitionReason)
      .required("StateTransitionTime", TIME, FastLaunch::stateTransitionTime)
      .end();

  private FastLaunchShapes() {}
}
