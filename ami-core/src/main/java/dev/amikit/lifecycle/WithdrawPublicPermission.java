package dev.amikit.lifecycle;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import java.time.Instant;

/**
 * What AWS does sooner or later to a public image that is deprecated, and from which nothing was
 * launched for six months (counted from its creation, if nothing ever was): it is public no more.
 * Any other image stays as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html">Make
 *     your AMI publicly available</a>
 */
public record WithdrawPublicPermission() implements AmiCommand {
  @Override
  public AmiAction action() {
    return AmiAction.WITHDRAW_PUBLIC_PERMISSION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        this,
        ami,
        now,
        () -> ami.isPublic() && PublicImage.isUnused(ami, now)
            ? Decision.accepted(new LaunchPermissionsChanged(
                ImmutableSet.of(), ImmutableSet.of(LaunchPermission.everyone())))
            : Decision.unchanged());
  }
}
