package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import dev.amikit.rule.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked to be done with one image. A command is a value; to {@linkplain #decide decide} it
 * changes nothing.
 */
public sealed interface AmiCommand
    permits AttachWatermark,
        CancelLaunchPermission,
        Deregister,
        DetachWatermark,
        Disable,
        DisableDeprecation,
        DisableDeregistrationProtection,
        Enable,
        EnableDeprecation,
        EnableDeregistrationProtection,
        ExpireInRecycleBin,
        FailCreation,
        FinishCreation,
        Launch,
        ModifyDescription,
        ModifyImdsSupport,
        ModifyLaunchPermission,
        ResetLaunchPermission,
        RestoreFromRecycleBin,
        WithdrawPublicPermission {
  /**
   * {@return the column of the {@linkplain LifeCycle transition table} that speaks of the command}
   */
  AmiAction action();

  /**
   * Returns why the command can be carried out on no image at all.
   *
   * @return the refusal; empty if the command is well-formed
   */
  default Optional<Refusal> malformed() {
    return Optional.empty();
  }

  /**
   * Decides what comes of the command.
   *
   * @param ami the image as it is
   * @param now the present time
   * @return the events that are to happen, or why the command is refused
   */
  Decision decide(Ami ami, Instant now);
}
