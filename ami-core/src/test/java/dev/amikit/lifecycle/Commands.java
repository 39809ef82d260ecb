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
      case DISABLE_IMAGE -> new DisableImage();
      case ENABLE_IMAGE -> new EnableImage();
      case DEREGISTER_IMAGE -> new DeregisterImage();
      case DEREGISTER_RETAINED_IMAGE -> new DeregisterImage(Optional.of(WEEK));
      case RESTORE_IMAGE_FROM_RECYCLE_BIN -> new RestoreImageFromRecycleBin();
      case EXPIRE_IN_RECYCLE_BIN -> new ExpireInRecycleBin();
      case ENABLE_IMAGE_DEPRECATION -> new EnableImageDeprecation(NOW.plus(WEEK));
      case DISABLE_IMAGE_DEPRECATION -> new DisableImageDeprecation();
      case ENABLE_IMAGE_DEREGISTRATION_PROTECTION -> new EnableImageDeregistrationProtection(true);
      case DISABLE_IMAGE_DEREGISTRATION_PROTECTION -> new DisableImageDeregistrationProtection();
      case MODIFY_LAUNCH_PERMISSION -> grant(CUSTOMER);
      case RESET_LAUNCH_PERMISSION -> new ResetLaunchPermission();
      case CANCEL_IMAGE_LAUNCH_PERMISSION ->
        new CancelImageLaunchPermission(AccountId.of("444455556666"));
      case MODIFY_DESCRIPTION -> new ModifyDescription("the golden image");
      case MODIFY_IMDS_SUPPORT -> new ModifyImdsSupport(ImdsSupport.V2_0);
      case ATTACH_IMAGE_WATERMARK ->
        new AttachImageWatermark(Images.key("golden"), Region.US_EAST_1);
      case DETACH_IMAGE_WATERMARK -> new DetachImageWatermark(Images.key("mark-1"));
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
        .add(new FinishCreation(ImmutableMap.of(ROOT, SNAPSHOT)))
        .add(new DeregisterImage(Optional.of(Duration.ZERO)))
        .add(new DeregisterImage(Optional.of(Duration.ofNanos(-1))))
        .add(new DeregisterImage(Optional.of(Duration.ofNanos(1))))
        .add(new EnableImageDeprecation(CREATED.minusSeconds(1)))
        .add(new EnableImageDeprecation(NOW))
        .add(new EnableImageDeprecation(NOW.plus(Duration.ofDays(4000))))
        .add(new EnableImageDeregistrationProtection(false))
        .add(grant(EVERYONE), grant(EVERYONE, ORGANIZATION), revoke(EVERYONE, PARTNER), grant())
        .add(new ModifyLaunchPermission(ImmutableSet.of(PARTNER), ImmutableSet.of(PARTNER)))
        .add(new ModifyLaunchPermission(ImmutableSet.of(EVERYONE), ImmutableSet.of(PARTNER)))
        .add(new CancelImageLaunchPermission(AccountId.of("111122223333")))
        .add(new ModifyDescription(""), new ModifyDescription("x".repeat(256)))
        .add(new ModifyImdsSupport(ImdsSupport.of("v1.0")))
        .add(new AttachImageWatermark(Images.key("mark-1"), Region.US_EAST_1))
        .build();
  }
}
