package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
import java.util.Optional;
import java.util.OptionalInt;

/** What all operations that copy snapshots have in common. */
final class SnapshotCopy {
  static final Rule SOURCE_REGION = Rule.rule(
      "copy.source-region",
      "a copy comes from a Region that exists, of the same partition",
      ErrorCode.INVALID_REGION,
      "error codes, InvalidRegion",
      "COPY-02",
      "COPY-06",
      "ID-26",
      "ACCT-05");

  static final Rule IN_REGION = Rule.rule(
      "snapshot.in-region",
      "images and snapshots are made for a Region, neither for an Outpost nor for a zone",
      ErrorCode.UNSUPPORTED_OPERATION,
      "not modelled",
      "COPY-04",
      "COPY-05",
      "COPY-07",
      "SNAP-24",
      "SNAP-44");

  static final Rule KEY_REQUIRES_ENCRYPTED = Rule.rule(
      "copy.key-requires-encrypted",
      "a KMS key is named only together with encrypted being true",
      ErrorCode.INVALID_PARAMETER_DEPENDENCY,
      "API reference, CopyImage and CopySnapshot, KmsKeyId",
      "COPY-21",
      "ENC-10");

  static final Rule STAYS_ENCRYPTED = Rule.rule(
      "copy.stays-encrypted",
      "a copy of an encrypted snapshot is encrypted",
      ErrorCode.INVALID_REQUEST,
      "API reference, CopySnapshot, Encrypted; observed",
      "COPY-22",
      "ENC-01",
      "ENC-09");

  static final Rule COMPLETION_DURATION = Rule.rule(
      "copy.completion-duration",
      "a time-based copy is asked for within 15 to 2880 minutes, in steps of 15",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, CopySnapshot, CompletionDurationMinutes",
      "COPY-32",
      "SNAP-29");

  static final ImmutableList<Rule> RULES = ImmutableList.of(
      SOURCE_REGION, IN_REGION, KEY_REQUIRES_ENCRYPTED, STAYS_ENCRYPTED, COMPLETION_DURATION);

  static final StateReason KEY_NOT_ACCESSIBLE =
      new StateReason("Client.InternalError", "Given key ID is not accessible");

  static final VolumeId STAND_IN = VolumeId.of("vol-ffffffff");

  private SnapshotCopy() {}

  /** That a source Region is not one to copy from. */
  static Optional<Violation> sourceRegion(Plan plan, Region from) {
    boolean exists =
        plan.settings().regions().isEmpty() || plan.settings().regions().contains(from);
    return exists && from.partition().equals(plan.region().partition())
        ? Optional.empty()
        : Optional.of(SOURCE_REGION.brokenBy("sourceRegion", from));
  }

  /** That a description is too long. */
  static Optional<Violation> description(Optional<String> description) {
    return description
        .filter(text -> !ModifyDescription.isShortEnough(text))
        .map(text -> ModifyDescription.LENGTH.brokenBy("description", text));
  }

  /** That a duration is none that can be asked for. */
  static Optional<Violation> completionDuration(String path, OptionalInt minutes) {
    return minutes.stream()
        .filter(n -> n < 15 || n > 2880 || n % 15 != 0)
        .mapToObj(n -> COMPLETION_DURATION.brokenBy(path, n))
        .findFirst();
  }

  /** A copy of a snapshot as it is while it is being made. */
  static StoredSnapshot pending(
      Plan plan,
      SnapshotId id,
      StoredSnapshot source,
      CopyEncryption.Outcome outcome,
      Optional<String> description,
      OptionalInt completionDurationMinutes,
      Tags tags) {
    Snapshot original = source.snapshot();
    Snapshot copy = Snapshot.builder()
        .snapshotId(id)
        .ownerId(plan.caller())
        .ownerAlias(plan.state().profile(plan.caller()).ownerAlias())
        .state(SnapshotState.PENDING)
        .progress(0)
        .startTime(plan.now())
        .volumeId(STAND_IN)
        .volumeSize(original.volumeSize())
        .fullSnapshotSizeInBytes(original.fullSnapshotSizeInBytes())
        .description(description)
        .encrypted(outcome.isEncrypted())
        .kmsKeyId(outcome.key())
        .dataEncryptionKeyId(DataKeys.ofCopy(original, outcome.key()))
        .storageTier(StorageTier.STANDARD)
        .transferType(
            completionDurationMinutes.isPresent() ? TransferType.TIME_BASED : TransferType.STANDARD)
        .completionDurationMinutes(completionDurationMinutes)
        .productCodes(original.productCodes())
        .tags(tags)
        .build();
    return StoredSnapshot.builder()
        .snapshot(copy)
        .platformDetails(source.platformDetails())
        .usageOperation(source.usageOperation())
        .build();
  }
}
