package dev.amikit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
  /** Every code that the library answers with, and no other. */
  private static final List<String> CODES = List.of(
      // images
      "InvalidAMIID.Malformed",
      "InvalidAMIID.NotFound",
      "InvalidAMIID.Unavailable",
      "InvalidAMIName.Malformed",
      "InvalidAMIName.Duplicate",
      "InvalidAMIAttributeItemValue",
      // snapshots, kernels, instances, Regions
      "InvalidSnapshotID.Malformed",
      "InvalidSnapshot.NotFound",
      "InvalidSnapshot.InUse",
      "InvalidKernelId.Malformed",
      "InvalidRamDiskId.Malformed",
      "InvalidInstanceID.Malformed",
      "InvalidInstanceID.NotFound",
      "InvalidVolume.NotFound",
      "InvalidVolume.ZoneMismatch",
      "InvalidRegion",
      "InvalidZone.NotFound",
      // devices and manifests
      "InvalidBlockDeviceMapping",
      "BootForVolumeTypeUnsupported",
      "UnknownVolumeType",
      "InvalidManifest",
      // parameters
      "MissingParameter",
      "InvalidParameter",
      "InvalidParameterValue",
      "InvalidParameterCombination",
      "InvalidParameterDependency",
      "InvalidRequest",
      "UnsupportedOperation",
      // rights and policy
      "AuthFailure",
      "OperationNotPermitted",
      "OptInRequired",
      // state
      "IncorrectState",
      "IncorrectInstanceState",
      "VolumeInUse",
      // limits
      "ResourceLimitExceeded",
      "TagLimitExceeded",
      "FilterLimitExceeded",
      "VcpuLimitExceeded",
      // idempotency
      "IdempotentParameterMismatch",
      "InvalidClientToken",
      // queries and tags
      "InvalidUserID.Malformed",
      "InvalidNextToken",
      "InvalidTagKey.Malformed",
      "InvalidID",
      // launch
      "EncryptedVolumesNotSupported",
      // an untidy EC2
      "RequestLimitExceeded",
      "SnapshotCreationPerVolumeRateExceeded",
      // retention rules
      "ValidationException",
      "ConflictException",
      "ResourceNotFoundException",
      "ServiceQuotaExceededException");

  @Test
  void the_list_of_codes_is_closed() {
    assertThat(ErrorCode.values())
        .extracting(ErrorCode::toString)
        .containsExactlyInAnyOrderElementsOf(CODES);
  }

  @ParameterizedTest
  @EnumSource
  void a_code_is_found_by_its_text_and_named_after_it(ErrorCode code) {
    assertThat(ErrorCode.of(code.toString())).contains(code);
    assertThat(code.name().replace("_", ""))
        .isEqualTo(code.toString().replace(".", "").toUpperCase(Locale.ROOT));
  }

  @Test
  void a_code_of_another_text_is_none() {
    assertThat(ErrorCode.of("invalidamiid.malformed")).isEmpty();
    assertThat(ErrorCode.of("DryRunOperation")).isEmpty();
    assertThat(ErrorCode.of("")).isEmpty();
  }
}
