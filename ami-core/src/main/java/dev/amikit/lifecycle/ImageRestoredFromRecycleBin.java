package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.permission.LaunchPermission;
import java.util.Optional;

/** The image came back from the Recycle Bin as it was, launch permissions included. */
public record ImageRestoredFromRecycleBin() implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    ImmutableSet<LaunchPermission> permissions = ami.recycleBinStay()
        .map(RecycleBinStay::suspendedLaunchPermissions)
        .orElse(ami.knownLaunchPermissions());
    return Sharing.changed(ami.withRecycleBinStay(Optional.empty()), permissions)
        .withTags(ami.tags().without(ImageMovedToRecycleBin.TAG));
  }
}
