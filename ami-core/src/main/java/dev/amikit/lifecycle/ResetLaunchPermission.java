package dev.amikit.lifecycle;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import java.time.Instant;

/**
 * {@code ResetImageAttribute} of the launch permissions: takes all of them, the public one
 * included. Without any, nothing changes. Of permissions that were not told it takes the one that
 * is known, the public one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetImageAttribute.html">ResetImageAttribute</a>
 */
public record ResetLaunchPermission() implements AmiCommand {
  @Override
  public AmiAction action() {
    return AmiAction.RESET_LAUNCH_PERMISSION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(
        this,
        ami,
        now,
        () -> ami.knownLaunchPermissions().isEmpty()
            ? Decision.unchanged()
            : Decision.accepted(
                new LaunchPermissionsChanged(ImmutableSet.of(), ami.knownLaunchPermissions())));
  }
}
