package dev.amikit.registry.fastlaunch;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Launch;
import dev.amikit.lifecycle.fastlaunch.Enable;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.FastLaunchSnapshots;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * {@code EnableFastLaunch}: begins to make snapshots of a Windows image, of which launches start
 * faster. They belong to the caller, be the image its own or shared with it; as many as the target
 * are kept ready. What is enabled already is set up otherwise: what is being made is given up, and
 * what is missing begins anew.
 *
 * <p>Instances of which snapshots are made are AWS's affair: neither are they among the instances
 * of the caller, nor is what a launch template says examined. That Windows did not come up is
 * chosen by a {@linkplain dev.amikit.registry.operation.CompletionPolicy policy} or by
 * {@link dev.amikit.registry.Aws#fail}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableFastLaunch.html">EnableFastLaunch</a>
 */
@Value.Immutable
public abstract class EnableFastLaunch implements Operation<FastLaunch> {
  private static final int TARGET_BY_DEFAULT = 5;
  private static final int LARGEST_TARGET = 10_000;
  private static final int LEAST_PARALLEL = 6;

  private static final MessageTemplate MISSING =
      own("The request must contain the parameter {parameter}");

  /** Windows on EBS launches fast. */
  public static final Rule WINDOWS = Rule.rule(
          "enable-fast-launch.windows",
          "fast launch is enabled of Windows images with an EBS root",
          ErrorCode.UNSUPPORTED_OPERATION,
          "API reference, EnableFastLaunch; EC2 User Guide, EC2 Fast Launch prerequisites",
          "FAST-01",
          "FL-01",
          "ROOT-14")
      .saying(own("Fast launch is not supported for the AMI ID '{imageId}'. Only Windows AMIs"
          + " with an EBS root are supported."));

  /** Snapshots are what is prepared. */
  public static final Rule RESOURCE_TYPE = Rule.rule(
          "enable-fast-launch.resource-type",
          "what is prepared for fast launch is snapshots",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, EnableFastLaunch, ResourceType",
          "FAST-03",
          "FL-02")
      .saying(own("Value ({value}) for parameter {parameter} is invalid. The only supported value"
          + " is snapshot."));

  /** How many snapshots are kept ready. */
  public static final Rule TARGET = Rule.rule(
          "enable-fast-launch.target",
          "1 to 10,000 snapshots are kept ready for fast launch",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 Image Builder API reference, FastLaunchSnapshotConfiguration, targetResourceCount",
          "FAST-05",
          "FL-07")
      .saying(own("Value ({value}) for parameter {parameter} is invalid. Value must be between 1"
          + " and 10000."));

  /** At least 6 instances at a time. */
  public static final Rule PARALLEL = Rule.rule(
          "enable-fast-launch.parallel",
          "at least 6 instances are launched at a time to make snapshots of",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, EnableFastLaunch, MaxParallelLaunches",
          "FAST-04",
          "FL-03")
      .saying(
          own("Value ({value}) for parameter {parameter} is invalid. Value must be 6 or greater."));

  /** A launch template is named once. */
  public static final Rule ONE_TEMPLATE = Rule.rule(
          "enable-fast-launch.one-template",
          "a launch template is named by its ID or by its name, not by both",
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "API reference, FastLaunchLaunchTemplateSpecificationRequest",
          "FAST-07",
          "FL-04")
      .saying(
          own("The parameters launchTemplateId and launchTemplateName cannot be used together"));

  /** A launch template is named. */
  public static final Rule TEMPLATE_NAMED = Rule.rule(
          "enable-fast-launch.template-named",
          "a launch template is named by its ID or by its name",
          ErrorCode.MISSING_PARAMETER,
          "API reference, FastLaunchLaunchTemplateSpecificationRequest",
          "FAST-07",
          "FL-04")
      .saying(own("The request must contain the parameter launchTemplateId/launchTemplateName"));

  /** A version of a launch template is named. */
  public static final Rule TEMPLATE_VERSION = Rule.rule(
          "enable-fast-launch.template-version",
          "a launch template is named with a version",
          ErrorCode.MISSING_PARAMETER,
          "API reference, FastLaunchLaunchTemplateSpecificationRequest, Version",
          "FAST-07",
          "FL-04")
      .saying(MISSING);

  /** No snapshot is left. */
  public static final Rule CLEAN = Rule.rule(
          "enable-fast-launch.clean",
          "fast launch is enabled again once no snapshot of before is left",
          ErrorCode.INCORRECT_STATE,
          "API reference, DisableFastLaunch",
          "FL-08")
      .saying(own("Snapshot {snapshotId}, which was made for fast launch of the AMI ID '{imageId}',"
          + " must be removed before it can be enabled again."));

  /** The account has room for as many launches at a time. */
  public static final Rule PARALLEL_QUOTA = Rule.rule(
          "enable-fast-launch.parallel-quota",
          "all fast launch of an account in a Region launches at most as many instances at a time"
              + " as its quota, 40 unless it is another",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, EC2 Fast Launch prerequisites",
          "FL-09")
      .saying(own("You have reached your quota of {quota} for the max parallel launches of fast"
          + " launch in this Region."));

  EnableFastLaunch() {}

  /** {@return the image, which the caller owns or may launch} */
  public abstract ImageId imageId();

  /** {@return what is prepared: snapshots} */
  public abstract FastLaunchResourceType resourceType();

  /** {@return how many snapshots are kept ready} */
  public abstract int targetResourceCount();

  /** {@return the launch template of the instances that snapshots are made of; empty for none} */
  public abstract Optional<LaunchTemplateSpecification> launchTemplate();

  /** {@return how many instances are launched at a time to make snapshots of} */
  public abstract int maxParallelLaunches();

  /** {@return a builder with EC2's defaults: 5 snapshots, 6 instances at a time} */
  public static Builder builder() {
    return new Builder()
        .resourceType(FastLaunchResourceType.SNAPSHOT)
        .targetResourceCount(TARGET_BY_DEFAULT)
        .maxParallelLaunches(LEAST_PARALLEL);
  }

  /**
   * Asks for fast launch of an image with EC2's defaults.
   *
   * @param imageId the image
   * @return the request
   */
  public static EnableFastLaunch of(ImageId imageId) {
    return builder().imageId(imageId).build();
  }

  @Override
  public final Outcome<FastLaunch> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      Ami image = plan.visibleImage(imageId());
      plan.requireNone(new Launch().decide(image, plan.now()).refusal());
      plan.require(
          image.isWindows() && image.hasEbsRoot(),
          () -> WINDOWS.brokenBy("imageId", imageId()).with("imageId", imageId()));
      FastLaunchId id = new FastLaunchId(plan.caller(), imageId());
      Enable command = new Enable(id, configuration());
      plan.requireNone(
          command.decide(plan.here().fastLaunches().get(id), plan.now()).refusal());
      requireClean(plan, id);
      requireQuota(plan, id);
      return enabled(plan, image, command);
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (!resourceType().equals(FastLaunchResourceType.SNAPSHOT)) {
      broken.add(RESOURCE_TYPE.brokenBy("resourceType", resourceType()));
    }
    if (targetResourceCount() < 1 || targetResourceCount() > LARGEST_TARGET) {
      broken.add(TARGET.brokenBy("targetResourceCount", targetResourceCount()));
    }
    if (maxParallelLaunches() < LEAST_PARALLEL) {
      broken.add(PARALLEL.brokenBy("maxParallelLaunches", maxParallelLaunches()));
    }
    launchTemplate().ifPresent(template -> broken.addAll(malformed(template)));
    return broken.build();
  }

  private static ImmutableList<Violation> malformed(LaunchTemplateSpecification template) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    boolean hasId = template.launchTemplateId().isPresent();
    boolean hasName = template.launchTemplateName().isPresent();
    if (hasId && hasName) {
      broken.add(ONE_TEMPLATE.brokenBy(
          "launchTemplate.launchTemplateName", template.launchTemplateName().get()));
    }
    if (!hasId && !hasName) {
      broken.add(TEMPLATE_NAMED.brokenBy("launchTemplate.launchTemplateId", "absent"));
    }
    if (template.version().isEmpty()) {
      broken.add(TEMPLATE_VERSION.brokenBy("launchTemplate.version", "absent"));
    }
    template
        .launchTemplateId()
        .flatMap(text -> Characters.malformed("launchTemplate.launchTemplateId", text))
        .ifPresent(broken::add);
    template
        .launchTemplateName()
        .flatMap(text -> Characters.malformed("launchTemplate.launchTemplateName", text))
        .ifPresent(broken::add);
    template
        .version()
        .flatMap(text -> Characters.malformed("launchTemplate.version", text))
        .ifPresent(broken::add);
    return broken.build();
  }

  private FastLaunchConfiguration configuration() {
    return new FastLaunchConfiguration(
        resourceType(), targetResourceCount(), maxParallelLaunches(), launchTemplate());
  }

  /** Refuses what would begin while snapshots of before are left. */
  private static void requireClean(Plan plan, FastLaunchId id) {
    if (plan.here().fastLaunches().get(id).isEmpty()) {
      Optional<SnapshotId> left =
          FastLaunchSnapshots.present(plan, id).map(Snapshot::snapshotId).findFirst();
      plan.require(
          left.isEmpty(),
          () -> CLEAN
              .brokenBy("imageId", id.imageId())
              .with("imageId", id.imageId())
              .with("snapshotId", left.get()));
    }
  }

  private void requireQuota(Plan plan, FastLaunchId id) {
    int quota = plan.settings().quotas().fastLaunchesInParallel();
    long others = plan.here()
        .fastLaunches()
        .ownedBy(plan.caller())
        .filter(fastLaunch -> !fastLaunch.id().equals(id))
        .mapToLong(fastLaunch -> fastLaunch.configuration().maxParallelLaunches())
        .sum();
    plan.require(
        others + maxParallelLaunches() <= quota,
        () -> PARALLEL_QUOTA
            .brokenBy("maxParallelLaunches", maxParallelLaunches())
            .with("quota", quota)
            .hinting("at most " + (quota - others)));
  }

  private static FastLaunch enabled(Plan plan, Ami image, Enable command) {
    plan.stop(command.id());
    FastLaunchSnapshots.forget(plan, command.id());
    FastLaunch enabled =
        FastLaunchSnapshots.command(plan, command.id(), command).orElseThrow();
    FastLaunchSnapshots.provision(plan, enabled, image);
    return enabled;
  }

  /** Builds an {@link EnableFastLaunch}, at first with EC2's defaults. The image has to be set. */
  public static final class Builder {
    private final ImmutableEnableFastLaunch.Builder members =
        new ImmutableEnableFastLaunch.Builder();

    Builder() {}

    /**
     * Sets the image.
     *
     * @param imageId the image, which the caller owns or may launch
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageId(ImageId imageId) {
      members.imageId(imageId);
      return this;
    }

    /**
     * Sets the image, given as text.
     *
     * @param imageId the text, such as {@code ami-0abcdef1234567890}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code image-id.kind} or
     *     {@code image-id.format}
     */
    @CanIgnoreReturnValue
    public Builder imageId(String imageId) {
      requireNonNull(imageId, "imageId");
      return imageId(ImageId.of(imageId));
    }

    /**
     * Sets what is prepared.
     *
     * @param resourceType the type; at first {@code snapshot}, and EC2 takes no other
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder resourceType(FastLaunchResourceType resourceType) {
      members.resourceType(resourceType);
      return this;
    }

    /**
     * Sets how many snapshots are kept ready.
     *
     * @param targetResourceCount the number, 1 to 10,000; at first 5
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder targetResourceCount(int targetResourceCount) {
      members.targetResourceCount(targetResourceCount);
      return this;
    }

    /**
     * Sets the launch template of the instances that snapshots are made of.
     *
     * @param launchTemplate the launch template, named by ID or by name, with a version
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchTemplate(LaunchTemplateSpecification launchTemplate) {
      members.launchTemplate(launchTemplate);
      return this;
    }

    /**
     * Sets the launch template of the instances that snapshots are made of, or none.
     *
     * @param launchTemplate the launch template; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder launchTemplate(Optional<? extends LaunchTemplateSpecification> launchTemplate) {
      requireNonNull(launchTemplate, "launchTemplate");
      members.launchTemplate(launchTemplate);
      return this;
    }

    /**
     * Sets how many instances are launched at a time to make snapshots of.
     *
     * @param maxParallelLaunches the number, 6 or more; at first 6
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maxParallelLaunches(int maxParallelLaunches) {
      members.maxParallelLaunches(maxParallelLaunches);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without the image
     */
    public EnableFastLaunch build() {
      return members.build();
    }
  }
}
