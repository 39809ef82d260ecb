package dev.amikit.jackson;

import static dev.amikit.jackson.Forms.BOOLEAN;
import static dev.amikit.jackson.Forms.INT;
import static dev.amikit.jackson.Forms.LONG;
import static dev.amikit.jackson.Forms.PERCENT;
import static dev.amikit.jackson.Forms.TEXT;
import static dev.amikit.jackson.Forms.TIME;
import static dev.amikit.jackson.Forms.set;
import static dev.amikit.jackson.Forms.text;
import static dev.amikit.jackson.PermissionShapes.CREATE_VOLUME_PERMISSION;
import static dev.amikit.jackson.Shapes.ACCOUNT_ID;
import static dev.amikit.jackson.Shapes.ARN;
import static dev.amikit.jackson.Shapes.KMS_KEY_ID;
import static dev.amikit.jackson.Shapes.OWNER_ALIAS;
import static dev.amikit.jackson.Shapes.PRODUCT_CODE;
import static dev.amikit.jackson.Shapes.SNAPSHOT_ID;
import static dev.amikit.jackson.Shapes.TAGS;
import static dev.amikit.jackson.Shapes.VOLUME_ID;
import static dev.amikit.jackson.Shapes.WORDS;
import static dev.amikit.jackson.Shapes.boxed;
import static dev.amikit.jackson.Shapes.unlessEmpty;

import dev.amikit.registry.snapshot.LockedSnapshotsInfo;
import dev.amikit.registry.snapshot.SnapshotRestoration;
import dev.amikit.registry.snapshot.SnapshotTierStatus;
import dev.amikit.registry.snapshot.SnapshotTiering;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.snapshot.TransferType;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.Optional;

/** The tables of snapshots and of what they are told of. */
final class SnapshotShapes {
  private static final Form<SnapshotState> STATE = text(SnapshotState::of);
  private static final Form<StorageTier> STORAGE_TIER = text(StorageTier::of);

  /** A snapshot as DescribeSnapshots tells it. */
  static final Shape<Snapshot, ?> SNAPSHOT = Shape.of(Snapshot::builder, Snapshot.Builder::build)
      .optional("OwnerAlias", OWNER_ALIAS, Snapshot::ownerAlias, (to, v) -> to.ownerAlias(v))
      .optional("OutpostArn", ARN, Snapshot::outpostArn, (to, v) -> to.outpostArn(v))
      .optional("Tags", TAGS, snapshot -> unlessEmpty(snapshot.tags()), (to, v) -> to.tags(v))
      .optional("StorageTier", STORAGE_TIER, Snapshot::storageTier, (to, v) -> to.storageTier(v))
      .optional(
          "RestoreExpiryTime",
          TIME,
          Snapshot::restoreExpiryTime,
          (to, v) -> to.restoreExpiryTime(v))
      .optional("SseType", text(SseType::of), Snapshot::sseType, (to, v) -> to.sseType(v))
      .optional(
          "AvailabilityZone", WORDS, Snapshot::availabilityZone, (to, v) -> to.availabilityZone(v))
      .optional(
          "TransferType",
          text(TransferType::of),
          Snapshot::transferType,
          (to, v) -> to.transferType(v))
      .optional(
          "CompletionDurationMinutes",
          INT,
          snapshot -> boxed(snapshot.completionDurationMinutes()),
          (to, v) -> to.completionDurationMinutes(v))
      .optional("CompletionTime", TIME, Snapshot::completionTime, (to, v) -> to.completionTime(v))
      .optional(
          "FullSnapshotSizeInBytes",
          LONG,
          snapshot -> boxed(snapshot.fullSnapshotSizeInBytes()),
          (to, v) -> to.fullSnapshotSizeInBytes(v))
      .required("SnapshotId", SNAPSHOT_ID, Snapshot::snapshotId, (to, v) -> to.snapshotId(v))
      .optional("VolumeId", VOLUME_ID, Snapshot::volumeId, (to, v) -> to.volumeId(v))
      .required("State", STATE, Snapshot::state, (to, v) -> to.state(v))
      .optional("StateMessage", TEXT, Snapshot::stateMessage, (to, v) -> to.stateMessage(v))
      .required("StartTime", TIME, Snapshot::startTime, (to, v) -> to.startTime(v))
      .optional(
          "Progress", PERCENT, snapshot -> boxed(snapshot.progress()), (to, v) -> to.progress(v))
      .required("OwnerId", ACCOUNT_ID, Snapshot::ownerId, (to, v) -> to.ownerId(v))
      .optional("Description", TEXT, Snapshot::description, (to, v) -> to.description(v))
      .required("VolumeSize", INT, Snapshot::volumeSize, (to, v) -> to.volumeSize(v))
      .optional("Encrypted", BOOLEAN, Snapshot::encrypted, (to, v) -> to.encrypted(v))
      .optional("KmsKeyId", KMS_KEY_ID, Snapshot::kmsKeyId, (to, v) -> to.kmsKeyId(v))
      .optional(
          "DataEncryptionKeyId",
          TEXT,
          Snapshot::dataEncryptionKeyId,
          (to, v) -> to.dataEncryptionKeyId(v))
      .end();

  /** The answer of DescribeSnapshotAttribute. */
  static final Shape<SnapshotAttribute, ?> SNAPSHOT_ATTRIBUTE = Shape.<SnapshotAttribute>ofRecord(
          parts -> new SnapshotAttribute(
              parts.get("SnapshotId"),
              parts.find("CreateVolumePermissions"),
              parts.find("ProductCodes")))
      .optional("ProductCodes", set(PRODUCT_CODE), SnapshotAttribute::productCodes)
      .required("SnapshotId", SNAPSHOT_ID, SnapshotAttribute::snapshotId)
      .optional(
          "CreateVolumePermissions",
          set(CREATE_VOLUME_PERMISSION),
          SnapshotAttribute::createVolumePermissions)
      .end();

  /** What DescribeSnapshotTierStatus tells of a snapshot. */
  static final Form<SnapshotTierStatus> SNAPSHOT_TIER_STATUS = Shape.<SnapshotTierStatus>ofRecord(
          parts -> new SnapshotTierStatus(
              parts.get("SnapshotId"),
              parts.find("VolumeId"),
              parts.get("Status"),
              parts.get("OwnerId"),
              parts.<Tags>find("Tags").orElse(Tags.none()),
              parts.get("StorageTier"),
              parts.find("LastTieringStartTime"),
              parts.figure("LastTieringProgress"),
              parts.find("LastTieringOperationStatus"),
              parts.find("LastTieringOperationStatusDetail"),
              parts.find("ArchivalCompleteTime"),
              parts.find("RestoreExpiryTime")))
      .required("SnapshotId", SNAPSHOT_ID, SnapshotTierStatus::snapshotId)
      .optional("VolumeId", VOLUME_ID, SnapshotTierStatus::volumeId)
      .required("Status", STATE, SnapshotTierStatus::status)
      .required("OwnerId", ACCOUNT_ID, SnapshotTierStatus::ownerId)
      .optional("Tags", TAGS, status -> unlessEmpty(status.tags()))
      .required("StorageTier", STORAGE_TIER, SnapshotTierStatus::storageTier)
      .optional("LastTieringStartTime", TIME, SnapshotTierStatus::lastTieringStartTime)
      .optional("LastTieringProgress", INT, status -> boxed(status.lastTieringProgress()))
      .optional(
          "LastTieringOperationStatus",
          text(TieringOperationStatus::of),
          SnapshotTierStatus::lastTieringOperationStatus)
      .optional(
          "LastTieringOperationStatusDetail",
          TEXT,
          SnapshotTierStatus::lastTieringOperationStatusDetail)
      .optional("ArchivalCompleteTime", TIME, SnapshotTierStatus::archivalCompleteTime)
      .optional("RestoreExpiryTime", TIME, SnapshotTierStatus::restoreExpiryTime)
      .end();

  /**
   * What DescribeLockedSnapshots tells of a snapshot. It is not read: of a lock that has expired
   * EC2 does not tell the mode.
   */
  static final Written<LockedSnapshotsInfo> LOCKED_SNAPSHOTS_INFO =
      locked(Outline.<LockedSnapshotsInfo>empty()
          .required("OwnerId", ACCOUNT_ID, LockedSnapshotsInfo::ownerId));

  /** The answer of LockSnapshot. */
  static final Written<LockedSnapshotsInfo> SNAPSHOT_LOCK = locked(Outline.empty());

  /** The answer of ModifySnapshotTier. */
  static final Written<SnapshotTiering> SNAPSHOT_TIERING = Outline.<SnapshotTiering>empty()
      .required("SnapshotId", SNAPSHOT_ID, SnapshotTiering::snapshotId)
      .required("TieringStartTime", TIME, SnapshotTiering::tieringStartTime);

  /** The answer of RestoreSnapshotTier. */
  static final Written<SnapshotRestoration> SNAPSHOT_RESTORATION =
      Outline.<SnapshotRestoration>empty()
          .required("SnapshotId", SNAPSHOT_ID, SnapshotRestoration::snapshotId)
          .required("RestoreStartTime", TIME, SnapshotRestoration::restoreStartTime)
          .optional("RestoreDuration", INT, restore -> boxed(restore.restoreDuration()))
          .required(
              "IsPermanentRestore",
              BOOLEAN,
              restore -> restore.restoreDuration().isEmpty());

  /** What CreateSnapshots tells of a new snapshot. */
  static final Written<Snapshot> SNAPSHOT_INFO = Outline.<Snapshot>empty()
      .required("Description", TEXT, snapshot -> snapshot.description().orElse(""))
      .optional("Tags", TAGS, snapshot -> unlessEmpty(snapshot.tags()))
      .required("Encrypted", BOOLEAN, Snapshot::isEncrypted)
      .required("VolumeId", VOLUME_ID, snapshot -> snapshot.volumeId().orElseThrow())
      .required("State", text(SnapshotState::of), Snapshot::state)
      .required("VolumeSize", INT, Snapshot::volumeSize)
      .required("StartTime", TIME, Snapshot::startTime)
      .required("Progress", TEXT, snapshot -> "")
      .required("OwnerId", ACCOUNT_ID, Snapshot::ownerId)
      .required("SnapshotId", SNAPSHOT_ID, Snapshot::snapshotId);

  private SnapshotShapes() {}

  private static Written<LockedSnapshotsInfo> locked(Outline<LockedSnapshotsInfo> outline) {
    return outline
        .required("SnapshotId", SNAPSHOT_ID, LockedSnapshotsInfo::snapshotId)
        .required("LockState", text(LockState::of), LockedSnapshotsInfo::lockState)
        .optional("LockDuration", INT, info -> boxed(info.lock().lockDuration()))
        .optional("CoolOffPeriod", INT, info -> coolOffPeriod(info.lock()))
        .optional("CoolOffPeriodExpiresOn", TIME, info -> info.lock().coolOffPeriodExpiresOn())
        .required("LockCreatedOn", TIME, info -> info.lock().lockCreatedOn())
        .optional("LockDurationStartTime", TIME, info -> info.lock().lockDurationStartTime())
        .optional("LockExpiresOn", TIME, info -> info.lock().lockExpiresOn());
  }

  /** For how many hours a lock can be undone. */
  private static Optional<Integer> coolOffPeriod(SnapshotLock lock) {
    return lock.coolOffPeriodExpiresOn()
        .map(end -> (int) Duration.between(lock.lockCreatedOn(), end).toHours());
  }
}
