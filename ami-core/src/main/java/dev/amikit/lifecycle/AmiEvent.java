package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;

/**
 * What has happened to an image, with all that is needed to apply it. Replaying the events of an
 * image gives the same image again, so they may be kept anywhere.
 */
public sealed interface AmiEvent
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
  /**
   * Returns an image as it is after this has happened. That cannot fail for the image that the
   * event was decided for.
   *
   * @param ami the image before
   * @return the image after
   */
  Ami evolve(Ami ami);

  /**
   * Returns an image as it is after some events.
   *
   * @param ami the image before
   * @param events what happened, in this order
   * @return the image after
   */
  static Ami replay(Ami ami, Iterable<? extends AmiEvent> events) {
    requireNonNull(ami, "ami");
    requireNonNull(events, "events");
    Ami evolved = ami;
    for (AmiEvent event : events) {
      evolved = event.evolve(evolved);
    }
    return evolved;
  }
}
