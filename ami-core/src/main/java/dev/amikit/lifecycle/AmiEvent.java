package dev.amikit.lifecycle;

import dev.amikit.image.Ami;

/** What has happened to an image. */
public sealed interface AmiEvent extends Event<Ami>
    permits DeregistrationProtectionChanged,
        DescriptionChanged,
        ImageBecameAvailable,
        ImageDeprecationDisabled,
        ImageDeprecationEnabled,
        ImageDeregistered,
        ImageDisabled,
        ImageEnabled,
        ImageExpired,
        ImageFailed,
        ImageLaunched,
        ImageMovedToRecycleBin,
        ImageRestoredFromRecycleBin,
        ImdsSupportChanged,
        LaunchPermissionsChanged,
        WatermarkAttached,
        WatermarkDetached {
  @Override
  Ami evolve(Ami ami);
}
