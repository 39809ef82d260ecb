package dev.amikit.query;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ID_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER;
import static dev.amikit.rule.ErrorCode.INVALID_SNAPSHOT_NOT_FOUND;
import static dev.amikit.rule.ErrorCode.INVALID_USER_ID_MALFORMED;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static dev.amikit.rule.MessageTemplate.tested;
import static dev.amikit.rule.Rule.rule;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.function.Function;

/** What EC2 asks of a query before it looks for anything, and the two things it asks after. */
final class QueryRules {
  private static final String IMAGES = "API reference, DescribeImages";
  private static final String SNAPSHOTS = "API reference, DescribeSnapshots";

  private static final String USER_ID = "Invalid user id: \"{value}\"";

  private static final MessageTemplate IMAGES_DO_NOT_EXIST =
      tested("The image ids '[{imageIds}]' do not exist");

  static final Rule IMAGE_EXISTS = rule(
          "image-query.image-exists",
          "an image ID that is asked for exists in the Region",
          INVALID_AMI_ID_NOT_FOUND,
          "error codes; observed: a test of DescribeImages that was run on AWS",
          "QRY-03",
          "COM-03",
          "ID-09")
      .saying(tested("The image id '[{imageIds}]' does not exist"), IMAGES_DO_NOT_EXIST);

  static final Rule SNAPSHOT_EXISTS = rule(
          "snapshot-query.snapshot-exists",
          "a snapshot ID that is asked for exists in the Region",
          INVALID_SNAPSHOT_NOT_FOUND,
          SNAPSHOTS,
          "SQRY-04")
      .saying(recorded("The snapshot '{snapshotIds}' does not exist."));

  static final Rule OWNERS = rule(
          "image-query.owners",
          "an owner is a 12-digit account ID, self, amazon, aws-marketplace or aws-backup-vault",
          INVALID_USER_ID_MALFORMED,
          IMAGES,
          "QRY-08",
          "QRY-10",
          "ERR-37")
      .saying(quoted(USER_ID));

  static final Rule EXECUTABLE_USERS = rule(
          "image-query.executable-users",
          "an executable user is a 12-digit account ID, self or all",
          INVALID_USER_ID_MALFORMED,
          IMAGES,
          "QRY-11",
          "ERR-37")
      .saying(own(USER_ID));

  static final Rule OWNER_IDS = rule(
          "snapshot-query.owner-ids",
          "an owner of snapshots is a 12-digit account ID, self or amazon",
          INVALID_USER_ID_MALFORMED,
          SNAPSHOTS,
          "SQRY-06")
      .saying(own(USER_ID));

  static final Rule RESTORABLE_BY = rule(
          "snapshot-query.restorable-by-user-ids",
          "who can restore is a 12-digit account ID, self or all",
          INVALID_USER_ID_MALFORMED,
          SNAPSHOTS,
          "SQRY-07")
      .saying(own(USER_ID));

  static final Rule DISABLED_STATE = rule(
          "image-query.disabled-state",
          "a state filter names disabled only together with IncludeDisabled",
          INVALID_PARAMETER,
          "observed: an answer of DescribeImages quoted in 2024",
          "QRY-17",
          "FLT-66",
          "LIFE-13",
          "DISABLE-08",
          "ERR-14")
      .saying(quoted(
          "When filtering by the 'disabled' state, 'IncludeDisabled' must be set to 'true' in the"
              + " request."));

  private QueryRules() {}

  /** The refusal of images that the Region does not know, if there are any. */
  static Optional<Refusal> unknownImages(ImmutableSet<ImageId> unknown) {
    return unknown.size() > 1
        ? refusal(unknown, id -> notThere(id, unknown))
        : refusal(unknown, id -> IMAGE_EXISTS.brokenBy("imageIds", id));
  }

  /** The refusal of snapshots that the Region does not know, if there are any. */
  static Optional<Refusal> unknownSnapshots(ImmutableSet<SnapshotId> unknown) {
    return refusal(unknown, id -> SNAPSHOT_EXISTS.brokenBy("snapshotIds", id));
  }

  private static Violation notThere(ImageId id, ImmutableSet<ImageId> all) {
    return IMAGE_EXISTS
        .brokenBy("imageIds", id)
        .saying(IMAGES_DO_NOT_EXIST)
        .with("imageIds", Joiner.on(", ").join(all));
  }

  private static <T> Optional<Refusal> refusal(
      ImmutableSet<T> unknown, Function<T, Violation> broken) {
    return Refusal.ofAny(ImmutableList.copyOf(Iterables.transform(unknown, broken::apply)));
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
