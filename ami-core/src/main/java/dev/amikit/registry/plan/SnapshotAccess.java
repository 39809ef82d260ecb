package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.own;

import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;

/** Who may do what with a snapshot. */
public final class SnapshotAccess {
  public static final Rule OWNER = Rule.rule(
          "snapshot.owner",
          "only the owner of a snapshot changes or deletes it",
          ErrorCode.AUTH_FAILURE,
          "EBS User Guide, Share a snapshot; error codes, AuthFailure",
          "SHR-09",
          "SNAP-39")
      .saying(own("Not authorized for snapshot:{snapshotId}"));

  private SnapshotAccess() {}
}
