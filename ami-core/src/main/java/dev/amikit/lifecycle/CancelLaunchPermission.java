package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.MessageTemplate.tested;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * {@code CancelImageLaunchPermission}: an account gives up the launch permission that it has by its
 * own ID. What it has through an organization, or because the image is public, it cannot give up.
 *
 * @param userId the account that asks
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CancelImageLaunchPermission.html">CancelImageLaunchPermission</a>
 */
public record CancelLaunchPermission(AccountId userId) implements AmiCommand {
  /** Only a permission of one's own can be given up. */
  public static final Rule HAS_PERMISSION = Rule.rule(
          "cancel-image-launch-permission.has-permission",
          "an account gives up a launch permission that it has by its own ID",
          INVALID_AMI_ID_NOT_FOUND,
          "EC2 User Guide, Cancel having an AMI shared",
          "PERM-67",
          "PERM-68",
          "PERM-69",
          "ATTR-22")
      .saying(tested("The image id '[{imageId}]' does not exist"));

  /**
   * Refuses null.
   *
   * @param userId the account that asks
   */
  public CancelLaunchPermission {
    requireNonNull(userId, "userId");
  }

  @Override
  public AmiAction action() {
    return AmiAction.CANCEL_IMAGE_LAUNCH_PERMISSION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      LaunchPermission own = LaunchPermission.userId(userId);
      return Sharing.mayHave(ami, own)
          ? Decision.accepted(new LaunchPermissionsChanged(ImmutableSet.of(), ImmutableSet.of(own)))
          : Decision.refused(HAS_PERMISSION, "imageId", ami.imageId());
    });
  }
}
