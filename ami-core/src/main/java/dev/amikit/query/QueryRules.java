package dev.amikit.query;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_USER_ID_MALFORMED;
import static dev.amikit.rule.Rule.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.UserId;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;

/** What EC2 asks of a query before it looks for anything, and the two things it asks after. */
final class QueryRules {
  private static final String IMAGES = "API reference, DescribeImages";
  private static final String SNAPSHOTS = "API reference, DescribeSnapshots";

  static final Rule IMAGE_EXISTS = rule(
      "image-query.image-exists",
      "an image ID that is asked for exists in the Region",
      INVALID_AMI_ID_NOT_FOUND,
      "error codes; observed",
      "QRY-03",
      "COM-03",
      "ID-09");

  static final Rule SNAPSHOT_EXISTS = rule(
      "snapshot-query.snapshot-exists",
      "a snapshot ID that is asked for exists in the Region",
      INVALID_SNAPSHOT_NOT_FOUND,
      SNAPSHOTS,
      "SQRY-04");

  static final Rule OWNERS = rule(
      "image-query.owners",
      "an owner is a 12-digit account ID, self, amazon, aws-marketplace or aws-backup-vault",
      INVALID_USER_ID_MALFORMED,
      IMAGES,
      "QRY-08",
      "QRY-10",
      "ERR-37");

  static final Rule EXECUTABLE_USERS = rule(
      "image-query.executable-users",
      "an executable user is a 12-digit account ID, self or all",
      INVALID_USER_ID_MALFORMED,
      IMAGES,
      "QRY-11",
      "ERR-37");

  static final Rule OWNER_IDS = rule(
      "snapshot-query.owner-ids",
      "an owner of snapshots is a 12-digit account ID, self or amazon",
      INVALID_USER_ID_MALFORMED,
      SNAPSHOTS,
      "SQRY-06");

  static final Rule RESTORABLE_BY = rule(
      "snapshot-query.restorable-by-user-ids",
      "who can restore is a 12-digit account ID, self or all",
      INVALID_USER_ID_MALFORMED,
      SNAPSHOTS,
      "SQRY-07");

  static final Rule DISABLED_STATE = rule(
      "image-query.disabled-state",
      "a state filter names disabled only together with IncludeDisabled",
      INVALID_PARAMETER,
      "observed",
      "QRY-17",
      "FLT-66",
      "LIFE-13",
      "DISABLE-08",
      "ERR-14");

  private QueryRules() {}

  /** The refusal of IDs that the Region does not know, if there are any. */
  static Optional<Refusal> refusal(
      Rule exists, String path, ImmutableSet<?> unknown, String message) {
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal(
            exists.errorCode(),
            message,
            unknown.stream()
                .map(id -> exists.brokenBy(path, id))
                .collect(ImmutableList.toImmutableList())));
  }

  static void checkUsers(
      Rule rule,
      String path,
      ImmutableSet<UserId> users,
      ImmutableSet<UserId> words,
      ImmutableList.Builder<Violation> found) {
    for (UserId user : users) {
      if (!user.isAccount() && !words.contains(user)) {
        found.add(rule.brokenBy(path, user));
      }
    }
  }
}
