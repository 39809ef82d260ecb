package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_COMBINATION;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.ErrorCode.OPERATION_NOT_PERMITTED;
import static dev.amikit.rule.ErrorCode.UNSUPPORTED_OPERATION;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.image.Ami;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code ModifyImageAttribute} of the launch permissions: gives some and takes some, as one step.
 * What the image has already is not given again, what it lacks cannot be taken; neither is an
 * error. An image that becomes public gets a deprecation time 2 years after its creation, unless it
 * has an earlier one.
 *
 * @param add the permissions to give
 * @param remove the permissions to take
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyImageAttribute.html">ModifyImageAttribute</a>
 */
public record ModifyLaunchPermission(
    ImmutableSet<LaunchPermission> add, ImmutableSet<LaunchPermission> remove)
    implements AmiCommand {
  private static final int MOST_ACCOUNTS = 10_000;

  /** There is something to change. */
  public static final Rule NOT_EMPTY = Rule.rule(
          "modify-launch-permission.not-empty",
          "a change of launch permissions gives or takes at least one",
          INVALID_PARAMETER_COMBINATION,
          "observed: a recorded answer of ModifyImageAttribute, September 2026",
          "PERM-40")
      .saying(recorded("No attributes specified."));

  /** No permission is both given and taken. */
  public static final Rule DISJOINT = Rule.rule(
          "modify-launch-permission.disjoint",
          "no launch permission is given and taken in one change",
          INVALID_PARAMETER_COMBINATION,
          "API reference, LaunchPermissionModifications; inferred: one step has no order",
          "ATTR-05",
          "PERM-41")
      .saying(own("The launch permission {value} can be specified for either add or remove, but"
          + " not for both."));

  /** A request names at most 10,000 accounts. */
  public static final Rule ACCOUNTS_IN_REQUEST = Rule.rule(
          "modify-launch-permission.accounts-in-request",
          "a change of launch permissions names at most 10,000 accounts",
          INVALID_PARAMETER_VALUE,
          "API reference, LaunchPermission, UserId",
          "ATTR-10",
          "PERM-47",
          "QUOTA-05")
      .saying(own("The maximum number of user IDs specified on a single call is 10,000"));

  /** A paid image cannot be public. */
  public static final Rule PUBLIC_WITHOUT_PRODUCT_CODES = Rule.rule(
          "modify-launch-permission.public-without-product-codes",
          "an image with product codes cannot become public",
          OPERATION_NOT_PERMITTED,
          "API reference, ModifyImageAttribute; EC2 User Guide, Share an AMI",
          "ATTR-11",
          "PUB-05",
          "PAID-05",
          "INV-03")
      .saying(own("Images with product codes can’t be shared publicly. Specify another image."));

  /** A watermarked image cannot be public. */
  public static final Rule PUBLIC_WITHOUT_WATERMARKS = Rule.rule(
          "modify-launch-permission.public-without-watermarks",
          "an image with watermarks cannot become public",
          OPERATION_NOT_PERMITTED,
          "EC2 User Guide, AMI watermarks",
          "ATTR-11",
          "PUB-06",
          "WMK-03",
          "WM-05",
          "INV-03")
      .saying(own("Images with watermarks can’t be shared publicly. Specify another image."));

  /** An encrypted image cannot be public. */
  public static final Rule PUBLIC_WITHOUT_ENCRYPTION = Rule.rule(
          "modify-launch-permission.public-without-encryption",
          "an image with encrypted volumes cannot become public",
          UNSUPPORTED_OPERATION,
          "EC2 User Guide, Share an AMI; observed: quoted answers of ModifyImageAttribute, 2021",
          "ATTR-11",
          "PUB-04",
          "INV-03")
      .saying(quoted("Encrypted snapshots can’t be shared publicly. Specify another snapshot."));

  /**
   * Refuses null.
   *
   * @param add the permissions to give
   * @param remove the permissions to take
   */
  public ModifyLaunchPermission {
    requireNonNull(add, "add");
    requireNonNull(remove, "remove");
  }

  /**
   * Returns the command that gives permissions.
   *
   * @param permissions the permissions
   * @return the command
   */
  public static ModifyLaunchPermission grant(LaunchPermission... permissions) {
    requireNonNull(permissions, "permissions");
    return new ModifyLaunchPermission(ImmutableSet.copyOf(permissions), ImmutableSet.of());
  }

  /**
   * Returns the command that takes permissions.
   *
   * @param permissions the permissions
   * @return the command
   */
  public static ModifyLaunchPermission revoke(LaunchPermission... permissions) {
    requireNonNull(permissions, "permissions");
    return new ModifyLaunchPermission(ImmutableSet.of(), ImmutableSet.copyOf(permissions));
  }

  @Override
  public AmiAction action() {
    return AmiAction.MODIFY_LAUNCH_PERMISSION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> decidePermitted(ami));
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    if (add.isEmpty() && remove.isEmpty()) {
      return refusal(NOT_EMPTY.brokenBy("launchPermission", "absent"));
    }
    Optional<LaunchPermission> both = add.stream().filter(remove::contains).findFirst();
    if (both.isPresent()) {
      return refusal(DISJOINT.brokenBy("launchPermission", both));
    }
    long accounts = Sets.union(add, remove).stream()
        .filter(LaunchPermission.ToAccount.class::isInstance)
        .count();
    return accounts <= MOST_ACCOUNTS
        ? Optional.empty()
        : refusal(ACCOUNTS_IN_REQUEST.brokenBy("launchPermission", accounts));
  }

  private static Optional<Refusal> refusal(Violation violation) {
    return Optional.of(Refusal.of(violation));
  }

  private Decision<Ami> decidePermitted(Ami ami) {
    ImmutableSet<LaunchPermission> added =
        Sets.difference(add, ami.knownLaunchPermissions()).immutableCopy();
    ImmutableSet<LaunchPermission> removed =
        ImmutableSet.copyOf(Sets.filter(remove, permission -> Sharing.mayHave(ami, permission)));
    boolean becomesPublic = added.contains(LaunchPermission.everyone());
    ImmutableList<Violation> obstacles =
        becomesPublic ? PublicImage.obstacles(ami) : ImmutableList.of();
    return obstacles.isEmpty()
        ? accepted(ami, added, removed, becomesPublic)
        : new Decision.Refused<>(new Refusal(obstacles));
  }

  private static Decision<Ami> accepted(
      Ami ami,
      ImmutableSet<LaunchPermission> added,
      ImmutableSet<LaunchPermission> removed,
      boolean becomesPublic) {
    ImmutableList.Builder<Event<Ami>> events = ImmutableList.builder();
    if (!added.isEmpty() || !removed.isEmpty()) {
      events.add(new LaunchPermissionsChanged(added, removed));
    }
    if (becomesPublic) {
      PublicImage.newDeprecation(ami).map(ImageDeprecationEnabled::new).ifPresent(events::add);
    }
    return new Decision.Accepted<>(events.build());
  }
}
