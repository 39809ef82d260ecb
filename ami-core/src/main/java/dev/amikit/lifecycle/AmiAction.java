package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.AmiStage.AVAILABLE;
import static dev.amikit.lifecycle.AmiStage.DEREGISTERED;
import static dev.amikit.lifecycle.AmiStage.DISABLED;
import static dev.amikit.lifecycle.AmiStage.FAILED;
import static dev.amikit.lifecycle.AmiStage.IN_RECYCLE_BIN;
import static dev.amikit.lifecycle.AmiStage.PENDING;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_UNAVAILABLE;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.MessageTemplate.tested;

import com.google.common.base.CaseFormat;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Rule;

/**
 * What can happen to an image: the columns of the {@linkplain LifeCycle transition table}. Each
 * knows the stages that it is possible in, and where it leads from there; in every other stage it
 * is refused by its {@link #rule()}.
 */
public enum AmiAction implements Action<AmiStage> {
  /** The image, or a part of it, was still being made, and now is complete. */
  FINISH_CREATION(
      ImmutableMap.of(PENDING, to(AVAILABLE)), INVALID_AMI_ID_UNAVAILABLE, "LIFE-02", "LIFE-04"),
  /** The image could not be made. */
  FAIL_CREATION(
      ImmutableMap.of(PENDING, to(FAILED)), INVALID_AMI_ID_UNAVAILABLE, "LIFE-03", "LIFE-05"),
  /** DisableImage. */
  DISABLE_IMAGE(
      ImmutableMap.of(AVAILABLE, to(DISABLED), DISABLED, to(DISABLED)),
      INVALID_AMI_ID_UNAVAILABLE,
      "LIFE-08",
      "DISABLE-02",
      "DISABLE-17",
      "DISABLE-18"),
  /** EnableImage. */
  ENABLE_IMAGE(
      ImmutableMap.of(AVAILABLE, to(AVAILABLE), DISABLED, to(AVAILABLE)),
      INVALID_AMI_ID_UNAVAILABLE,
      "LIFE-08",
      "DISABLE-04",
      "DISABLE-17",
      "DISABLE-18"),
  /**
   * DeregisterImage: for good, or into the Recycle Bin where a retention rule matches. Pending and
   * failed images go for good all the same, and so do images on instance store.
   */
  DEREGISTER_IMAGE(
      ImmutableMap.of(
          PENDING, to(DEREGISTERED),
          AVAILABLE, to(IN_RECYCLE_BIN, DEREGISTERED),
          DISABLED, to(IN_RECYCLE_BIN, DEREGISTERED),
          FAILED, to(DEREGISTERED)),
      INVALID_AMI_ID_UNAVAILABLE,
      "LIFE-09",
      "LIFE-10",
      "DEREG-04",
      "DEREG-05",
      "DEREG-08",
      "DEREG-09",
      "BIN-12"),
  /** RestoreImageFromRecycleBin: back to the state that the image had. */
  RESTORE_IMAGE_FROM_RECYCLE_BIN(
      ImmutableMap.of(IN_RECYCLE_BIN, to(AVAILABLE, DISABLED)),
      INVALID_AMI_ID_NOT_FOUND,
      "BIN-18",
      "BIN-19",
      "BIN-21"),
  /** The retention period is over. */
  EXPIRE_IN_RECYCLE_BIN(
      ImmutableMap.of(IN_RECYCLE_BIN, to(DEREGISTERED)), INVALID_AMI_ID_NOT_FOUND, "BIN-13"),
  /** EnableImageDeprecation. */
  ENABLE_IMAGE_DEPRECATION(whereUsable(), INVALID_AMI_ID_UNAVAILABLE, "LIFE-14", "DEPR-18"),
  /** DisableImageDeprecation. */
  DISABLE_IMAGE_DEPRECATION(whereUsable(), INVALID_AMI_ID_UNAVAILABLE, "DEPR-18", "DEPR-20"),
  /** EnableImageDeregistrationProtection. */
  ENABLE_IMAGE_DEREGISTRATION_PROTECTION(whereUsable(), INVALID_AMI_ID_UNAVAILABLE, "PROT-13"),
  /** DisableImageDeregistrationProtection. */
  DISABLE_IMAGE_DEREGISTRATION_PROTECTION(whereUsable(), INVALID_AMI_ID_UNAVAILABLE, "PROT-13"),
  /** ModifyImageAttribute, of the launch permissions. */
  MODIFY_LAUNCH_PERMISSION(
      whereAvailable(),
      INVALID_AMI_ID_UNAVAILABLE,
      "PERM-33",
      "PERM-34",
      "PERM-35",
      "ATTR-12",
      "ATTR-13",
      "DISABLE-06"),
  /** ResetImageAttribute, of the launch permissions. */
  RESET_LAUNCH_PERMISSION(whereAvailable(), INVALID_AMI_ID_UNAVAILABLE, "PERM-62", "ATTR-13"),
  /** CancelImageLaunchPermission. */
  CANCEL_IMAGE_LAUNCH_PERMISSION(whereAvailable(), INVALID_AMI_ID_NOT_FOUND, "PERM-68"),
  /** ModifyImageAttribute, of the description. */
  MODIFY_DESCRIPTION(whereAvailable(), INVALID_AMI_ID_UNAVAILABLE, "ATTR-12", "ATTR-13"),
  /** ModifyImageAttribute, of the metadata service support. */
  MODIFY_IMDS_SUPPORT(whereAvailable(), INVALID_AMI_ID_UNAVAILABLE, "ATTR-12", "ATTR-13"),
  /** AttachImageWatermark. */
  ATTACH_IMAGE_WATERMARK(whereUsable(), INVALID_AMI_ID_UNAVAILABLE, "WMK-16"),
  /** DetachImageWatermark. */
  DETACH_IMAGE_WATERMARK(whereUsable(), INVALID_AMI_ID_UNAVAILABLE, "WMK-16"),
  /** RunInstances started an instance of the image. */
  LAUNCH(
      whereAvailable(),
      INVALID_AMI_ID_UNAVAILABLE,
      Said.NOT_LAUNCHED,
      "LIFE-07",
      "LAUNCH-05",
      "LAUNCH-06",
      "LAUNCH-07",
      "DISABLE-05"),
  /** AWS takes the public permission off an image that is long deprecated and unused. */
  WITHDRAW_PUBLIC_PERMISSION(whereAvailable(), INVALID_AMI_ID_UNAVAILABLE, "LIFE-21");

  private final ImmutableMap<AmiStage, ImmutableSet<AmiStage>> targets;
  private final Rule rule;

  AmiAction(
      ImmutableMap<AmiStage, ImmutableSet<AmiStage>> targets,
      ErrorCode errorCode,
      String... rulebook) {
    this(targets, errorCode, Said.NOT_NOW, rulebook);
  }

  AmiAction(
      ImmutableMap<AmiStage, ImmutableSet<AmiStage>> targets,
      ErrorCode errorCode,
      MessageTemplate message,
      String... rulebook) {
    this.targets = targets;
    Rule unsaid = Rule.rule(
        CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_HYPHEN, name()) + ".stage",
        this + " needs an image that is " + Joiner.on(" or ").join(targets.keySet()),
        errorCode,
        "EC2 User Guide, the AMI lifecycle; error codes, InvalidAMIID.Unavailable",
        rulebook);
    this.rule = errorCode == INVALID_AMI_ID_NOT_FOUND
        ? unsaid.saying(Said.UNKNOWN)
        : unsaid.saying(message, Said.GONE);
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public ImmutableMap<AmiStage, ImmutableSet<AmiStage>> targets() {
    return targets;
  }

  /** What EC2 says when the action is asked of an image in a stage where it is not possible. */
  MessageTemplate message(AmiStage stage) {
    boolean isTold = stage == DEREGISTERED && rule.messages().contains(Said.GONE);
    return isTold ? Said.GONE : rule.messages().get(0);
  }

  /** Returns the name, such as {@code DisableImage}. */
  @Override
  public String toString() {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, name());
  }

  private static ImmutableSet<AmiStage> to(AmiStage... stages) {
    return ImmutableSet.copyOf(stages);
  }

  private static ImmutableMap<AmiStage, ImmutableSet<AmiStage>> whereAvailable() {
    return ImmutableMap.of(AVAILABLE, to(AVAILABLE));
  }

  private static ImmutableMap<AmiStage, ImmutableSet<AmiStage>> whereUsable() {
    return ImmutableMap.of(AVAILABLE, to(AVAILABLE), DISABLED, to(DISABLED));
  }

  /** EC2's words about images in the wrong stage. */
  private static final class Said {
    static final MessageTemplate NOT_NOW = quoted(
        "The AMI ID '{imageId}' is currently {state} and may not be used for this operation");
    static final MessageTemplate NOT_LAUNCHED =
        quoted("AMI '{imageId}' is {state}, and cannot be run");
    static final MessageTemplate UNKNOWN = tested("The image id '[{imageId}]' does not exist");
    static final MessageTemplate GONE = recorded("The image ID '{imageId}' is no longer available");
  }
}
