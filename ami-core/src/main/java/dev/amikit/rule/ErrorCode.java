package dev.amikit.rule;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The error codes of EC2 that the library answers with; {@link #toString()} is the code as EC2
 * writes it.
 *
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html">Error codes
 *     for the Amazon EC2 API</a>
 */
public enum ErrorCode {
  /** The resource belongs to another account and is not open to the caller. */
  AUTH_FAILURE("AuthFailure"),
  /** The volume type cannot hold a root device. */
  BOOT_FOR_VOLUME_TYPE_UNSUPPORTED("BootForVolumeTypeUnsupported"),
  /** A retention rule is in a state that forbids the change. */
  CONFLICT_EXCEPTION("ConflictException"),
  /** The instance type cannot attach encrypted volumes. */
  ENCRYPTED_VOLUMES_NOT_SUPPORTED("EncryptedVolumesNotSupported"),
  /** Too many filters, or too many values of one filter. */
  FILTER_LIMIT_EXCEEDED("FilterLimitExceeded"),
  /** A client token came back with another request. */
  IDEMPOTENT_PARAMETER_MISMATCH("IdempotentParameterMismatch"),
  /** The instance is in a state that forbids it. */
  INCORRECT_INSTANCE_STATE("IncorrectInstanceState"),
  /** Another resource that takes part is in a state that forbids it. */
  INCORRECT_STATE("IncorrectState"),
  /** A value of a permission is not legal. */
  INVALID_AMI_ATTRIBUTE_ITEM_VALUE("InvalidAMIAttributeItemValue"),
  /** The text is no image ID. */
  INVALID_AMI_ID_MALFORMED("InvalidAMIID.Malformed"),
  /** No such image, as far as the caller may know. */
  INVALID_AMI_ID_NOT_FOUND("InvalidAMIID.NotFound"),
  /** The image is in a state from which this cannot be done. */
  INVALID_AMI_ID_UNAVAILABLE("InvalidAMIID.Unavailable"),
  /** Another image of the account in the Region has the name. */
  INVALID_AMI_NAME_DUPLICATE("InvalidAMIName.Duplicate"),
  /** The name is too short, too long or has a character that names may not have. */
  INVALID_AMI_NAME_MALFORMED("InvalidAMIName.Malformed"),
  /** A block device mapping is not valid. */
  INVALID_BLOCK_DEVICE_MAPPING("InvalidBlockDeviceMapping"),
  /** The client token is not valid. */
  INVALID_CLIENT_TOKEN("InvalidClientToken"),
  /** The text is no ID of a resource that takes tags. */
  INVALID_ID("InvalidID"),
  /** The text is no instance ID. */
  INVALID_INSTANCE_ID_MALFORMED("InvalidInstanceID.Malformed"),
  /** No such instance of the caller. */
  INVALID_INSTANCE_ID_NOT_FOUND("InvalidInstanceID.NotFound"),
  /** The text is no kernel ID. */
  INVALID_KERNEL_ID_MALFORMED("InvalidKernelId.Malformed"),
  /** The manifest cannot be used. */
  INVALID_MANIFEST("InvalidManifest"),
  /** The page token is unknown, or belongs to another request. */
  INVALID_NEXT_TOKEN("InvalidNextToken"),
  /** The parameter is not supported, or cannot be used here. */
  INVALID_PARAMETER("InvalidParameter"),
  /** Parameters that exclude or contradict each other. */
  INVALID_PARAMETER_COMBINATION("InvalidParameterCombination"),
  /** A parameter without the one that it needs. */
  INVALID_PARAMETER_DEPENDENCY("InvalidParameterDependency"),
  /** A value is out of range or not among those allowed. */
  INVALID_PARAMETER_VALUE("InvalidParameterValue"),
  /** The text is no RAM disk ID. */
  INVALID_RAM_DISK_ID_MALFORMED("InvalidRamDiskId.Malformed"),
  /** The Region is unknown here. */
  INVALID_REGION("InvalidRegion"),
  /** The request cannot be served as it is. */
  INVALID_REQUEST("InvalidRequest"),
  /** The text begins like a snapshot ID and is none. */
  INVALID_SNAPSHOT_ID_MALFORMED("InvalidSnapshotID.Malformed"),
  /** An image uses the snapshot. */
  INVALID_SNAPSHOT_IN_USE("InvalidSnapshot.InUse"),
  /** No such snapshot, as far as the caller may know. */
  INVALID_SNAPSHOT_NOT_FOUND("InvalidSnapshot.NotFound"),
  /** The tag key is empty. */
  INVALID_TAG_KEY_MALFORMED("InvalidTagKey.Malformed"),
  /** The text is neither an account ID nor one of the words that stand for accounts. */
  INVALID_USER_ID_MALFORMED("InvalidUserID.Malformed"),
  /** No such volume of the caller. */
  INVALID_VOLUME_NOT_FOUND("InvalidVolume.NotFound"),
  /** The volume is in another Availability Zone than the instance. */
  INVALID_VOLUME_ZONE_MISMATCH("InvalidVolume.ZoneMismatch"),
  /** No such Availability Zone in the Region. */
  INVALID_ZONE_NOT_FOUND("InvalidZone.NotFound"),
  /** A required parameter is absent. */
  MISSING_PARAMETER("MissingParameter"),
  /** The operation is not permitted on this resource. */
  OPERATION_NOT_PERMITTED("OperationNotPermitted"),
  /** The account is not subscribed to a product of the image. */
  OPT_IN_REQUIRED("OptInRequired"),
  /** Too many calls came in a short time; EC2 answers so, and the library does not by itself. */
  REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded"),
  /** A quota or a limit of work in progress is exhausted. */
  RESOURCE_LIMIT_EXCEEDED("ResourceLimitExceeded"),
  /** No such retention rule. */
  RESOURCE_NOT_FOUND_EXCEPTION("ResourceNotFoundException"),
  /** A quota of retention rules is exhausted. */
  SERVICE_QUOTA_EXCEEDED_EXCEPTION("ServiceQuotaExceededException"),
  /**
   * A snapshot of the volume was made a moment ago; EC2 answers so, and the library does not by
   * itself.
   */
  SNAPSHOT_CREATION_PER_VOLUME_RATE_EXCEEDED("SnapshotCreationPerVolumeRateExceeded"),
  /** More tags than a resource can have. */
  TAG_LIMIT_EXCEEDED("TagLimitExceeded"),
  /** The volume type is unknown. */
  UNKNOWN_VOLUME_TYPE("UnknownVolumeType"),
  /** The operation does not work for this kind of resource. */
  UNSUPPORTED_OPERATION("UnsupportedOperation"),
  /** A member of a retention rule is not valid. */
  VALIDATION_EXCEPTION("ValidationException"),
  /** The quota of running instances is exhausted. */
  VCPU_LIMIT_EXCEEDED("VcpuLimitExceeded"),
  /** The volume is attached to an instance. */
  VOLUME_IN_USE("VolumeInUse");

  private final String code;

  ErrorCode(String code) {
    this.code = code;
  }

  /**
   * Returns the error code that EC2 spells so.
   *
   * @param code the code, such as {@code InvalidAMIID.NotFound}
   * @return the error code, or empty if the library never answers with it
   */
  public static Optional<ErrorCode> of(String code) {
    requireNonNull(code, "code");
    for (ErrorCode known : values()) {
      if (known.code.equals(code)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** Returns the code as EC2 writes it, such as {@code InvalidAMIID.NotFound}. */
  @Override
  public String toString() {
    return code;
  }
}
