package dev.amikit.visibility;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.id.AccountId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who looks at images and snapshots, and when: an account, where it stands in AWS Organizations,
 * its setting Allowed AMIs, and the time.
 *
 * @param account the account
 * @param organization its place in an organization; empty if it is in none
 * @param allowedImages its setting Allowed AMIs in the Region
 * @param at the time
 */
public record Viewer(
    AccountId account,
    Optional<OrganizationPath> organization,
    AllowedImagesSettings allowedImages,
    Instant at) {
  /** How long after a launch EC2 tells of it. */
  public static final Duration LAUNCH_IS_REPORTED_AFTER = Duration.ofHours(24);

  /**
   * Refuses null.
   *
   * @param account the account
   * @param organization its place in an organization; empty if it is in none
   * @param allowedImages its setting Allowed AMIs in the Region
   * @param at the time
   */
  public Viewer {
    requireNonNull(account, "account");
    requireNonNull(organization, "organization");
    requireNonNull(allowedImages, "allowedImages");
    requireNonNull(at, "at");
  }

  /**
   * Returns an account that is in no organization and has not set Allowed AMIs.
   *
   * @param account the account
   * @param at the time
   * @return the viewer
   */
  public static Viewer of(AccountId account, Instant at) {
    return new Viewer(account, Optional.empty(), AllowedImagesSettings.initial(), at);
  }

  /**
   * Returns the viewer in an organization.
   *
   * @param place its place there
   * @return the viewer
   */
  public Viewer in(OrganizationPath place) {
    requireNonNull(place, "place");
    return new Viewer(account, Optional.of(place), allowedImages, at);
  }

  /**
   * Returns the viewer with a setting of Allowed AMIs.
   *
   * @param settings the setting
   * @return the viewer
   */
  public Viewer with(AllowedImagesSettings settings) {
    requireNonNull(settings, "settings");
    return new Viewer(account, organization, settings, at);
  }

  /**
   * Returns the viewer at a time.
   *
   * @param time the time
   * @return the viewer
   */
  public Viewer at(Instant time) {
    requireNonNull(time, "time");
    return new Viewer(account, organization, allowedImages, time);
  }

  /**
   * Tells whether an owner is among those that a query names.
   *
   * @param owners the accounts and words of the query; {@code self} is the viewer
   * @param owner the account of the owner
   * @param alias the name that AWS gives to the owner
   * @return whether any of them is the account or the name
   */
  public boolean isNamed(Iterable<UserId> owners, AccountId owner, Optional<OwnerAlias> alias) {
    requireNonNull(owners, "owners");
    for (UserId each : owners) {
      if (each.equals(UserId.SELF) ? owner.equals(account) : each.names(owner, alias)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether the viewer owns an image.
   *
   * @param ami the image
   * @return whether it is the viewer's own
   */
  public boolean owns(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.ownerId().equals(account);
  }

  /**
   * Tells whether the viewer owns a snapshot.
   *
   * @param snapshot the snapshot
   * @return whether it is the viewer's own
   */
  public boolean owns(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return snapshot.ownerId().equals(account);
  }

  /**
   * Tells whether an image is shared with the viewer: with its account, its organization, or an
   * organizational unit around it. Being public is not being shared.
   *
   * @param ami the image
   * @return whether an explicit permission reaches the viewer; false where they were not told
   */
  public boolean isGranted(Ami ami) {
    requireNonNull(ami, "ami");
    for (LaunchPermission permission : ami.knownLaunchPermissions()) {
      if (permission instanceof LaunchPermission.ToAccount to && to.userId().equals(account)
          || organization.isPresent() && permission.reaches(organization.get())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether the viewer may launch an image as far as permissions go: it owns the image, or
   * the image is shared with it, or public.
   *
   * @param ami the image
   * @return whether it is permitted
   */
  public boolean isPermitted(Ami ami) {
    return owns(ami) || ami.isPublic() || isGranted(ami);
  }

  /**
   * Tells whether Allowed AMIs leaves an image to the viewer. Own images always are.
   *
   * @param ami the image
   * @return false only if the setting is enforced and the image meets no criterion
   */
  public boolean isAllowed(Ami ami) {
    requireNonNull(ami, "ami");
    return allowedImages.state() != AllowedImagesSettings.State.ENABLED || meetsCriteria(ami);
  }

  /**
   * Returns what EC2 tells the viewer as {@code ImageAllowed}.
   *
   * @param ami the image
   * @return whether the criteria allow the image; empty if they are not looked at
   */
  public Optional<Boolean> imageAllowed(Ami ami) {
    requireNonNull(ami, "ami");
    return allowedImages.state() == AllowedImagesSettings.State.DISABLED
        ? Optional.empty()
        : Optional.of(meetsCriteria(ami));
  }

  /**
   * Tells whether the viewer can see an image at all, if it asks for it by its ID.
   *
   * @param ami the image
   * @return whether it is permitted and allowed, and neither deregistered nor in the Recycle Bin
   */
  public boolean sees(Ami ami) {
    return isPermitted(ami) && isOpen(ami);
  }

  /**
   * Tells whether nothing keeps an image from being seen that is permitted.
   *
   * @param ami the image
   * @return whether it is allowed, and neither deregistered nor in the Recycle Bin
   */
  public boolean isOpen(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.state() != AmiState.DEREGISTERED && !ami.isInRecycleBin() && isAllowed(ami);
  }

  /**
   * Tells whether a snapshot is shared with the viewer's account. Being public is not being shared.
   *
   * @param snapshot the snapshot
   * @return whether it has a permission of its own
   */
  public boolean isGranted(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return isGranted(snapshot, UserId.of(account));
  }

  /**
   * Tells whether a snapshot can be seen by whom it is permitted to.
   *
   * @param snapshot the snapshot
   * @return false if it is deleted or in the Recycle Bin, where not even its owner sees it
   */
  public static boolean isOpen(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    return !snapshot.deleted() && !snapshot.isInRecycleBin();
  }

  /**
   * Tells whether a snapshot is shared with an account explicitly.
   *
   * @param snapshot the snapshot
   * @param user the account
   * @return whether it has a permission of its own
   */
  public static boolean isGranted(Snapshot snapshot, UserId user) {
    requireNonNull(user, "user");
    requireNonNull(snapshot, "snapshot");
    for (CreateVolumePermission permission : snapshot.createVolumePermissions()) {
      if (permission instanceof CreateVolumePermission.ToAccount to && user.is(to.userId())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns an image as DescribeImages shows it to the viewer: of the launch permissions only
   * whether it is public, the viewer's tags, whether it is allowed, and only to its owner the
   * deregistration protection and, a day later, the last launch.
   *
   * @param ami the image
   * @param tags the tags that the viewer attached to it
   * @return the image as seen
   */
  public Ami view(Ami ami, Tags tags) {
    requireNonNull(ami, "ami");
    Ami seen =
        ami.uefiData().isPresent() ? ami.toBuilder().uefiData(Optional.empty()).build() : ami;
    Optional<Boolean> imageAllowed = imageAllowed(ami);
    if (!seen.imageAllowed().equals(imageAllowed)) {
      seen = seen.withImageAllowed(imageAllowed);
    }
    if (seen.lastLaunchedTime().isPresent() && lastLaunchedTime(ami).isEmpty()) {
      seen = seen.withLastLaunchedTime(Optional.empty());
    }
    if (seen.deregistrationProtection().isPresent() && !owns(ami)) {
      seen = seen.withDeregistrationProtection(Optional.empty());
    }
    if (seen.launchPermissions().isPresent()) {
      seen = seen.withIsPublic(ami.isPublic());
    }
    return seen.tags().equals(tags) ? seen : seen.withTags(tags);
  }

  /**
   * Returns when an image was last launched, as far as the viewer is told: only the owner is, and a
   * day later.
   *
   * @param ami the image
   * @return the time; empty if the viewer is told of none
   */
  public Optional<Instant> lastLaunchedTime(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.lastLaunchedTime()
        .filter(time -> owns(ami) && !at.isBefore(Times.plus(time, LAUNCH_IS_REPORTED_AFTER)));
  }

  /**
   * Returns a snapshot as DescribeSnapshots shows it to the viewer: as it is
   * {@linkplain Snapshot#described() described}, without what other operations tell to its owner,
   * such as permissions, product codes and the lock, without what EC2 never tells, and with the
   * viewer's tags.
   *
   * @param snapshot the snapshot
   * @param tags the tags that the viewer attached to it
   * @return the snapshot as seen
   */
  public Snapshot view(Snapshot snapshot, Tags tags) {
    requireNonNull(snapshot, "snapshot");
    Snapshot seen = snapshot.described();
    return isPlain(seen) && seen.tags().equals(tags)
        ? seen
        : seen.toBuilder()
            .createVolumePermissions(ImmutableSet.of())
            .productCodes(ImmutableSet.of())
            .lock(Optional.empty())
            .lastTieringOperationStatus(Optional.empty())
            .lastTieringStartTime(Optional.empty())
            .lastTieringOperationStatusDetail(Optional.empty())
            .archivalCompleteTime(Optional.empty())
            .deletionRequested(false)
            .platformDetails(Optional.empty())
            .usageOperation(Optional.empty())
            .tags(tags)
            .build();
  }

  /** Whether a snapshot has nothing that DescribeSnapshots does not tell. */
  private static boolean isPlain(Snapshot snapshot) {
    return snapshot.createVolumePermissions().isEmpty()
        && snapshot.productCodes().isEmpty()
        && snapshot.lock().isEmpty()
        && snapshot.lastTieringOperationStatus().isEmpty()
        && snapshot.lastTieringStartTime().isEmpty()
        && snapshot.lastTieringOperationStatusDetail().isEmpty()
        && snapshot.archivalCompleteTime().isEmpty()
        && !snapshot.deletionRequested()
        && snapshot.platformDetails().isEmpty()
        && snapshot.usageOperation().isEmpty();
  }

  private boolean meetsCriteria(Ami ami) {
    return owns(ami) || allowedImages.isMetBy(ami, at);
  }
}
