package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import java.time.Instant;

/**
 * What is asked to be done with one image. A command is a value; to {@linkplain #decide decide} it
 * changes nothing.
 */
public sealed interface AmiCommand
    permits AttachImageWatermark,
        CancelImageLaunchPermission,
        DeregisterImage,
        DetachImageWatermark,
        DisableImage,
        DisableImageDeprecation,
        DisableImageDeregistrationProtection,
        EnableImage,
        EnableImageDeprecation,
        EnableImageDeregistrationProtection,
        ExpireInRecycleBin,
        FailCreation,
        FinishCreation,
        Launch,
        ModifyDescription,
        ModifyImdsSupport,
        ModifyLaunchPermission,
        ResetLaunchPermission,
        RestoreImageFromRecycleBin,
        WithdrawPublicPermission {
  /**
   * {@return the column of the {@linkplain LifeCycle transition table} that speaks of the command}
   */
  AmiAction action();

  /**
   * Decides what comes of the command.
   *
   * @param ami the image as it is
   * @param now the present time
   * @return the events that are to happen, or why the command is refused
   */
  Decision decide(Ami ami, Instant now);
}
