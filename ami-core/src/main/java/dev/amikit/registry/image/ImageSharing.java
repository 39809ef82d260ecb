package dev.amikit.registry.image;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.plan.Plan;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands against sharing an image, beyond what the image itself tells. */
final class ImageSharing {
  static final Rule PUBLIC_SHARING_UNBLOCKED = Rule.rule(
          "image-sharing.public-sharing-unblocked",
          "while block public access is on, no image can be made public",
          ErrorCode.OPERATION_NOT_PERMITTED,
          "EC2 User Guide, Block public access to your AMIs; observed: quoted answers, 2023",
          "PUB-02",
          "PUB-03",
          "BPA-03",
          "ATTR-11")
      .saying(quoted("You can’t publicly share this image because block public access for AMIs is"
          + " enabled for this account. To publicly share the image, you must call the"
          + " DisableImageBlockPublicAccess API."));

  static final Rule OWN_KEYS = Rule.rule(
          "image-sharing.own-keys",
          "an image over snapshots encrypted with the AWS managed key cannot be shared",
          ErrorCode.INVALID_PARAMETER,
          "EC2 User Guide, Share an AMI; observed: a quoted answer, 2019",
          "PERM-17")
      .saying(quoted("Snapshots encrypted with the AWS Managed CMK can’t be shared. Specify"
          + " another snapshot"));

  static final Rule PUBLIC_IMAGES = Rule.rule(
          "image-sharing.public-images",
          "an account has at most 5 public images in a Region, those in the Recycle Bin included",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, AMI quotas; observed: quoted answers",
          "PUB-07",
          "QUOTA-02")
      .saying(quoted("You have reached your quota of {quota} for the number of public images"
          + " allowed in this Region."));

  static final Rule ENTITIES = Rule.rule(
          "image-sharing.entities",
          "an image is shared with at most 1,000 accounts, organizations and organizational units",
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "EC2 User Guide, AMI quotas",
          "PERM-47",
          "QUOTA-03",
          "QUOTA-04")
      .saying(own("You have reached your quota of {quota} for the number of entities that an"
          + " image can be shared with."));

  private static final String ADDED = "launchPermission.add";

  private ImageSharing() {}

  /** Plans a change of launch permissions, or refuses it at the first obstacle in EC2's order. */
  static void change(Plan plan, Ami ami, ModifyLaunchPermission change) {
    plan.requireNone(LifeCycle.refusal(change.action(), ami));
    boolean isPublishing = change.add().contains(LaunchPermission.everyone());
    BlockPublicAccess block = plan.callerSettings().imageBlockPublicAccess();
    plan.require(
        !isPublishing || block == BlockPublicAccess.UNBLOCKED,
        () -> PUBLIC_SHARING_UNBLOCKED
            .brokenBy(ADDED, LaunchPermission.everyone())
            .hinting("block public access is " + block));
    Ami changed = plan.changed(ami, change);
    if (changed.isPublic() && !ami.isPublic()) {
      plan.requireNone(brokenBySnapshots(
          plan, ami, Snapshot::isEncrypted, ModifyLaunchPermission.PUBLIC_WITHOUT_ENCRYPTION));
    }
    if (change.add().stream().anyMatch(permission -> !permission.isToEveryone())) {
      plan.requireNone(brokenBySnapshots(plan, ami, ImageSharing::hasAwsManagedKey, OWN_KEYS));
    }
    requireRoom(plan, ami, changed, change.add());
  }

  private static void requireRoom(
      Plan plan, Ami before, Ami after, ImmutableSet<LaunchPermission> added) {
    if (after.isPublic() && !before.isPublic()) {
      int publicImages = plan.here().images().publicCount(plan.caller());
      int quota = plan.settings().quotas().publicImages();
      plan.require(
          publicImages <= quota,
          () -> PUBLIC_IMAGES
              .brokenBy(ADDED, LaunchPermission.everyone())
              .with("quota", quota)
              .hinting("at most %d, and %d with this one".formatted(quota, publicImages)));
    }
    int entities = entities(after);
    int quota = plan.settings().quotas().sharingEntities();
    plan.require(
        entities <= quota || entities <= entities(before),
        () -> ENTITIES
            .brokenBy(ADDED, added)
            .with("quota", quota)
            .hinting("at most %d, and %d with these".formatted(quota, entities)));
  }

  private static int entities(Ami ami) {
    return ami.knownLaunchPermissions().size() - (ami.isPublic() ? 1 : 0);
  }

  private static boolean hasAwsManagedKey(Snapshot snapshot) {
    return snapshot.kmsKeyId().map(KmsKeys::isAwsManaged).orElse(false);
  }

  private static ImmutableList<Violation> brokenBySnapshots(
      Plan plan, Ami ami, Predicate<Snapshot> isAtFault, Rule rule) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    for (int i = 0; i < ami.blockDeviceMappings().size(); i++) {
      Optional<Snapshot> atFault = ami.blockDeviceMappings()
          .get(i)
          .snapshotId()
          .flatMap(id -> plan.here().snapshots().get(id))
          .filter(isAtFault);
      if (atFault.isPresent()) {
        String path = "blockDeviceMappings[" + i + "].ebs.snapshotId";
        broken.add(rule.brokenBy(path, atFault.get().snapshotId()));
      }
    }
    return broken.build();
  }
}
