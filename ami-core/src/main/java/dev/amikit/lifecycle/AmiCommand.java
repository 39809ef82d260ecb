package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import java.time.Instant;

/** What is asked to be done with one image. */
public sealed interface AmiCommand extends Command<Ami>
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
  @Override
  AmiAction action();

  @Override
  Decision<Ami> decide(Ami ami, Instant now);
}
