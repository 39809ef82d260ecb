package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.MessageTemplate.tested;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/** Who may do what with an image. */
public final class ImageAccess {
  public static final Rule EXISTS = Rule.rule(
          "image.exists",
          "the image that a request names exists in the Region, as far as the caller may know",
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "error codes, InvalidAMIID.NotFound",
          "COM-01",
          "COM-03",
          "ACCT-01",
          "PERM-31",
          "MTX-19")
      .saying(tested("The image id '[{imageId}]' does not exist"));

  /** Told in the words of {@link #EXISTS}: only the rule tells the two apart. */
  public static final Rule ALLOWED = Rule.rule(
          "image.allowed",
          "an account whose Allowed AMIs are enabled uses its own images and those that meet its"
              + " criteria",
          ErrorCode.INVALID_AMI_ID_NOT_FOUND,
          "EC2 User Guide, Allowed AMIs; error codes, InvalidAMIID.NotFound",
          "ALLOW-08",
          "ALLOW-24",
          "LAUNCH-09",
          "MTX-17")
      .saying(tested("The image id '[{imageId}]' does not exist"));

  public static final Rule OWNER = Rule.rule(
          "image.owner",
          "only the owner of an image changes it or reads its attributes",
          ErrorCode.AUTH_FAILURE,
          "EC2 User Guide, Share an AMI; error codes, AuthFailure",
          "COM-12",
          "PERM-30",
          "PERM-63",
          "ATTR-15",
          "DEREG-01",
          "DISABLE-01",
          "DEPR-01",
          "PROT-14",
          "WMK-01",
          "WM-03")
      .saying(recorded("Not authorized for image:{imageId}"));

  public static final Rule NOT_GONE = Rule.rule(
          "image.not-gone",
          "an image that was deregistered for good cannot be read, tagged or traced any more",
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "error codes, InvalidAMIID.Unavailable",
          "LIFE-10",
          "MTX-06",
          "ERR-03")
      .saying(recorded("The image ID '{imageId}' is no longer available"));

  public static final Rule NOT_BINNED = Rule.rule(
          "image.not-binned",
          "an image in the Recycle Bin can be restored and tagged, and nothing else",
          ErrorCode.INVALID_AMI_ID_UNAVAILABLE,
          "EBS User Guide, Recycle Bin",
          "BIN-12",
          "MTX-07")
      .saying(own("The AMI ID '{imageId}' is currently in the Recycle Bin and may not be used"
          + " for this operation"));

  private ImageAccess() {}
}
