package dev.amikit.lifecycle;

import static dev.amikit.lifecycle.Images.CREATED;
import static dev.amikit.lifecycle.Images.CUSTOMER;
import static dev.amikit.lifecycle.Images.EVERYONE;
import static dev.amikit.lifecycle.Images.NOW;
import static dev.amikit.lifecycle.Images.ORGANIZATION;
import static dev.amikit.lifecycle.Images.PARTNER;
import static dev.amikit.lifecycle.Images.ROOT;
import static dev.amikit.lifecycle.Images.SNAPSHOT;
import static dev.amikit.lifecycle.Images.WEEK;
import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.lifecycle.ModifyLaunchPermission.revoke;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.StateReason;
import java.time.Duration;
import java.util.Optional;

/** Commands made by hand: one for each action, and more. */
final class Commands {
  private Commands() {}

  /** A command for an action that every image of {@link Images#in} would obey in some stage. */
  static AmiCommand of(AmiAction action) {
    return switch (action) {
      case FINISH_CREATION -> new FinishCreation();
      case FAIL_CREATION ->
        new FailCreation(new StateReason("Client.InstanceTerminated", "Instance terminated"));
      case DISABLE_IMAGE -> new Disable();
      case ENABLE_IMAGE -> new Enable();
      case DEREGISTER_IMAGE -> new Deregister(Optional.of(WEEK));
      case RESTORE_IMAGE_FROM_RECYCLE_BIN -> new RestoreFromRecycleBin();
      case EXPIRE_IN_RECYCLE_BIN -> new ExpireInRecycleBin();
      case ENABLE_IMAGE_DEPRECATION -> new EnableDeprecation(NOW.plus(WEEK));
      case DISABLE_IMAGE_DEPRECATION -> new DisableDeprecation();
      case ENABLE_IMAGE_DEREGISTRATION_PROTECTION -> new EnableDeregistrationProtection(true);
      case DISABLE_IMAGE_DEREGISTRATION_PROTECTION -> new DisableDeregistrationProtection();
      case MODIFY_LAUNCH_PERMISSION -> grant(CUSTOMER);
      case RESET_LAUNCH_PERMISSION -> new ResetLaunchPermission();
      case CANCEL_IMAGE_LAUNCH_PERMISSION ->
        new CancelLaunchPermission(AccountId.of("444455556666"));
      case MODIFY_DESCRIPTION -> new ModifyDescription("the golden image");
      case MODIFY_IMDS_SUPPORT -> new ModifyImdsSupport(ImdsSupport.V2_0);
      case ATTACH_IMAGE_WATERMARK -> new AttachWatermark(Images.key("golden"), Region.US_EAST_1);
      case DETACH_IMAGE_WATERMARK -> new DetachWatermark(Images.key("mark-1"));
      case LAUNCH -> new Launch();
      case WITHDRAW_PUBLIC_PERMISSION -> new WithdrawPublicPermission();
    };
  }

  /** A command for each action, and all that are special in some way. */
  static ImmutableList<AmiCommand> all() {
    ImmutableList.Builder<AmiCommand> commands = ImmutableList.builder();
    for (AmiAction action : AmiAction.values()) {
      commands.add(of(action));
    }
    return commands
        .add(new FinishCreation(ImmutableMap.of(ROOT, EbsBlockDevice.ofSnapshot(SNAPSHOT))))
        .add(new Deregister())
        .add(new Deregister(Optional.of(Duration.ZERO)))
        .add(new Deregister(Optional.of(Duration.ofNanos(-1))))
        .add(new Deregister(Optional.of(Duration.ofNanos(1))))
        .add(new EnableDeprecation(CREATED.minusSeconds(1)))
        .add(new EnableDeprecation(NOW))
        .add(new EnableDeprecation(NOW.plus(Duration.ofDays(4000))))
        .add(new EnableDeregistrationProtection(false))
        .add(grant(EVERYONE), grant(EVERYONE, ORGANIZATION), revoke(EVERYONE, PARTNER), grant())
        .add(new ModifyLaunchPermission(ImmutableSet.of(PARTNER), ImmutableSet.of(PARTNER)))
        .add(new ModifyLaunchPermission(ImmutableSet.of(EVERYONE), ImmutableSet.of(PARTNER)))
        .add(new CancelLaunchPermission(AccountId.of("111122223333")))
        .add(new ModifyDescription(""), new ModifyDescription("x".repeat(256)))
        .add(new ModifyImdsSupport(ImdsSupport.of("v1.0")))
        .add(new AttachWatermark(Images.key("mark-1"), Region.US_EAST_1))
        .build();
  }
}
