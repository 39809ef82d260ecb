package dev.amikit.registry.image;

import static dev.amikit.registry.Copying.KEY;
import static dev.amikit.registry.Copying.OTHER_KEY;
import static dev.amikit.registry.Copying.awsKey;
import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.encrypted;
import static dev.amikit.registry.Copying.image;
import static dev.amikit.registry.Copying.key;
import static dev.amikit.registry.Copying.refused;
import static dev.amikit.registry.Copying.root;
import static dev.amikit.registry.Copying.share;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.Copying.there;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyEncryptionTest {
  private static final String ALIAS = "alias/images";
  private static final String NOT_ACCESSIBLE =
      "Given key ID is not accessible. You must have DescribeKey permissions on the default CMK";

  private final TestRegistry ec2 = new TestRegistry();

  /** The key that a word of the tables means for a caller in a Region. */
  private Optional<KmsKeyId> meant(String word, AccountId caller, Region region) {
    return switch (word) {
      case "none" -> Optional.empty();
      case "source" -> Optional.of(KEY);
      case "default" -> Optional.of(key(region, caller, 7));
      case "given" -> Optional.of(key(region, caller, 8));
      default -> throw new IllegalArgumentException(word);
    };
  }

  /** A source of one of three kinds, readable for the one who copies. */
  private SnapshotId source(String kind) {
    return switch (kind) {
      case "plain" -> ec2.snapshot();
      case "own" -> encrypted(ec2, OWNER, KEY);
      case "shared" -> {
        SnapshotId snapshot = encrypted(ec2, OWNER, KEY);
        share(ec2, snapshot, FRIEND);
        yield snapshot;
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static AccountId caller(String kind) {
    return kind.equals("shared") ? FRIEND : OWNER;
  }

  /** Gives the account a default key of its own, and encryption by default if wanted. */
  private Ec2 caller(AccountId account, Region region, boolean byDefault) {
    Ec2 caller = ec2.as(account, region);
    caller.modifyEbsDefaultKmsKeyId(key(region, account, 7));
    if (byDefault) {
      caller.enableEbsEncryptionByDefault();
    }
    return caller;
  }

  /**
   * Table of CopyImage: source, what is asked for, and the key for a copy here and for one there.
   */
  @ParameterizedTest
  @CsvSource({
    // source, encrypted, key, by default, here, there
    "plain,  -,     -,     false, none,    none",
    "plain,  -,     -,     true,  default, default",
    "plain,  false, -,     false, none,    none",
    "plain,  false, -,     true,  default, default",
    "plain,  true,  -,     false, default, default",
    "plain,  true,  -,     true,  default, default",
    "plain,  true,  given, false, given,   given",
    "own,    -,     -,     false, source,  default",
    "own,    -,     -,     true,  source,  default",
    "own,    true,  -,     false, default, default",
    "own,    true,  given, false, given,   given",
    "own,    true,  given, true,  given,   given",
    "shared, -,     -,     false, default, default",
    "shared, -,     -,     true,  default, default",
    "shared, true,  -,     false, default, default",
    "shared, true,  given, false, given,   given"
  })
  @Rules({"COPY-18", "COPY-19", "COPY-20", "COPY-24", "ENC-04", "ENC-08", "RUN-12"})
  void a_copied_image_is_encrypted_as_the_table_says(
      String source, String encrypted, String key, boolean byDefault, String here, String there) {
    for (Region region : new Region[] {HERE, THERE}) {
      AccountId caller = caller(source);
      Ami ami = image(
          ec2,
          OWNER,
          source(source),
          change -> change.addLaunchPermission(LaunchPermission.userId(FRIEND)));
      CopyImage.Builder request = copyOf(ami.imageId());
      if (!encrypted.equals("-")) {
        request.encrypted(Boolean.parseBoolean(encrypted));
      }
      if (!key.equals("-")) {
        request.kmsKeyId(meant(key, caller, region).orElseThrow());
      }
      ImageId copy = caller(caller, region, byDefault).copyImage(request.build());
      Optional<KmsKeyId> expected = meant(region.equals(HERE) ? here : there, caller, region);
      Snapshot root = root(ec2, region, copy);
      assertThat(root.kmsKeyId()).isEqualTo(expected);
      assertThat(root.encrypted()).contains(expected.isPresent());
      assertThat(image(ec2, region, copy)
              .rootDevice()
              .orElseThrow()
              .ebs()
              .orElseThrow()
              .encrypted())
          .contains(expected.isPresent());
      assertThat(image(ec2, region, copy).state()).isEqualTo(AmiState.AVAILABLE);
    }
  }

  /** Table of CopySnapshot, which never keeps a key. */
  @ParameterizedTest
  @CsvSource({
    "plain,  -,     -,     false, none",
    "plain,  -,     -,     true,  default",
    "plain,  false, -,     true,  default",
    "plain,  true,  -,     false, default",
    "plain,  true,  given, false, given",
    "own,    -,     -,     false, default",
    "own,    true,  -,     false, default",
    "own,    true,  given, false, given",
    "shared, -,     -,     false, default",
    "shared, true,  given, false, given"
  })
  @Rules({"ENC-01", "ENC-04", "SHR-06"})
  void a_copied_snapshot_is_encrypted_as_the_table_says(
      String source, String encrypted, String key, boolean byDefault, String expected) {
    for (Region region : new Region[] {HERE, THERE}) {
      AccountId caller = caller(source);
      CopySnapshot.Builder request = copyOf(source(source));
      if (!encrypted.equals("-")) {
        request.encrypted(Boolean.parseBoolean(encrypted));
      }
      if (!key.equals("-")) {
        request.kmsKeyId(meant(key, caller, region).orElseThrow());
      }
      SnapshotId copy = caller(caller, region, byDefault).copySnapshot(request.build());
      assertThat(snapshot(ec2, region, copy).kmsKeyId()).isEqualTo(meant(expected, caller, region));
    }
  }

  @Test
  @Rules({"COPY-22", "ENC-01", "ENC-09", "DEC-165"})
  void encryption_cannot_be_taken_away() {
    SnapshotId source = encrypted(ec2, OWNER, KEY);
    Ami ami = image(ec2, source);
    refused(
        ec2,
        ErrorCode.INVALID_REQUEST,
        "copy.stays-encrypted",
        () -> there(ec2).copyImage(copyOf(ami.imageId()).encrypted(false).build()));
    // DEC-165: CopySnapshot takes the request, and encrypts all the same.
    SnapshotId copy = there(ec2).copySnapshot(copyOf(source).encrypted(false).build());
    assertThat(snapshot(ec2, THERE, copy).encrypted()).contains(true);
    assertThat(snapshot(ec2, THERE, copy).kmsKeyId()).contains(awsKey(OWNER, THERE));
  }

  @Test
  @Rules({"COPY-21", "ENC-10", "ERR-13"})
  void a_key_without_encrypted_is_refused_also_under_encryption_by_default() {
    SnapshotId source = ec2.snapshot();
    Ami ami = image(ec2, source);
    there(ec2).enableEbsEncryptionByDefault();
    for (Optional<Boolean> encrypted : List.of(Optional.<Boolean>empty(), Optional.of(false))) {
      refused(
          ec2,
          ErrorCode.INVALID_PARAMETER_DEPENDENCY,
          "copy.key-requires-encrypted",
          () -> there(ec2)
              .copyImage(
                  copyOf(ami.imageId()).encrypted(encrypted).kmsKeyId(KEY).build()));
      refused(
          ec2,
          ErrorCode.INVALID_PARAMETER_DEPENDENCY,
          "copy.key-requires-encrypted",
          () -> there(ec2)
              .copySnapshot(copyOf(source).encrypted(encrypted).kmsKeyId(KEY).build()));
    }
  }

  @Test
  @Rules({"COPY-25", "ENC-03"})
  void an_image_on_instance_store_cannot_be_encrypted() {
    Ami ami = ec2.put(Ami.builder()
        .imageId("ami-00000000000000001")
        .ownerId(OWNER)
        .name("old")
        .linux()
        .architecture(Architecture.X86_64)
        .rootDeviceType(DeviceType.INSTANCE_STORE)
        .state(AmiState.AVAILABLE)
        .build());
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        "copy-image.encryption-requires-ebs",
        () -> there(ec2).copyImage(copyOf(ami.imageId()).encrypted(true).build()));
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        "copy-image.encryption-requires-ebs",
        () -> there(ec2).copyImage(copyOf(ami.imageId()).encrypted(false).build()));
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        "copy-image.encryption-requires-ebs",
        () -> there(ec2)
            .copyImage(copyOf(ami.imageId()).encrypted(true).kmsKeyId(KEY).build()));
    ImageId copy = there(ec2).copyImage(copyOf(ami.imageId()).build());
    assertThat(image(ec2, THERE, copy).state()).isEqualTo(AmiState.AVAILABLE);
  }

  @Test
  @Rules({"ENC-02", "ENC-08", "COPY-18", "COPY-20"})
  void what_is_asked_for_holds_for_all_snapshots_and_otherwise_each_follows_its_source() {
    SnapshotId plain = ec2.snapshot();
    SnapshotId first = encrypted(ec2, OWNER, KEY);
    SnapshotId second = encrypted(ec2, OWNER, OTHER_KEY);
    Ami ami = image(
        ec2,
        OWNER,
        plain,
        mixed -> mixed
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                DeviceName.of("/dev/sdb"), EbsBlockDevice.of(VolumeType.GP3, 8, first)))
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                DeviceName.of("/dev/sdc"), EbsBlockDevice.of(VolumeType.GP3, 8, second))));
    ImageId same = ec2.owner().copyImage(copyOf(ami.imageId()).build());
    assertThat(image(ec2, HERE, same).snapshotIds())
        .extracting(id -> snapshot(ec2, id).kmsKeyId())
        .containsExactly(Optional.empty(), Optional.of(KEY), Optional.of(OTHER_KEY));
    ImageId all = ec2.owner()
        .copyImage(copyOf(ami.imageId()).encrypted(true).kmsKeyId(OTHER_KEY).build());
    assertThat(image(ec2, HERE, all).snapshotIds())
        .extracting(id -> snapshot(ec2, id).kmsKeyId())
        .containsOnly(Optional.of(OTHER_KEY));
    assertRefused(
        ec2::state,
        () -> ec2.owner().copyImage(copyOf(ami.imageId()).encrypted(false).build()),
        "InvalidRequest",
        "copy.stays-encrypted",
        "copy.stays-encrypted");
  }

  @Test
  @Rules({"COPY-23", "ID-20", "ID-21", "ID-22"})
  void a_key_can_be_named_by_id_alias_or_arn_and_is_told_as_key_arn() {
    SnapshotId source = ec2.snapshot();
    Ami ami = image(ec2, source);
    KmsKeyId key = key(HERE, OWNER, 1);
    ec2.registry
        .aws()
        .changeSettings(
            OWNER,
            HERE,
            settings -> settings.toBuilder().putKmsAlias("images", key).build());
    for (String name : new String[] {
      "00000000-0000-0000-0000-000000000001",
      key.value(),
      ALIAS,
      "arn:aws:kms:us-east-1:111122223333:" + ALIAS
    }) {
      SnapshotId copy = ec2.owner()
          .copySnapshot(
              copyOf(source).encrypted(true).kmsKeyId(KmsKeyId.of(name)).build());
      assertThat(snapshot(ec2, copy).kmsKeyId()).as(name).contains(key);
      assertThat(snapshot(ec2, copy).state()).isEqualTo(SnapshotState.COMPLETED);
      ImageId image = ec2.owner()
          .copyImage(
              copyOf(ami.imageId()).encrypted(true).kmsKeyId(KmsKeyId.of(name)).build());
      assertThat(root(ec2, HERE, image).kmsKeyId()).as(name).contains(key);
    }
    SnapshotId copy = ec2.owner()
        .copySnapshot(copyOf(source)
            .encrypted(true)
            .kmsKeyId(KmsKeyId.AWS_MANAGED_EBS_KEY)
            .build());
    assertThat(snapshot(ec2, copy).kmsKeyId()).contains(awsKey(OWNER, HERE));
  }

  // DEC-145: CopySnapshot refuses an alias that is not known and a key that is disabled at once.
  @ParameterizedTest
  @CsvSource({
    "alias/unknown, copy-snapshot.key-known",
    "arn:aws:kms:eu-west-1:111122223333:alias/unknown, copy-snapshot.key-known",
    "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000009,"
        + " copy-snapshot.key-enabled"
  })
  @Rules({"DEC-145", "ENC-13", "ENC-14"})
  void a_bad_key_is_refused_for_a_snapshot_and_lets_the_copy_of_an_image_fail(
      String name, String rule) {
    ec2.registry
        .aws()
        .changeSettings(
            OWNER,
            THERE,
            settings ->
                settings.toBuilder().addUnusableKmsKey(key(THERE, OWNER, 9)).build());
    SnapshotId source = ec2.snapshot();
    ImageId image = image(ec2, source).imageId();
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_VALUE,
        rule,
        () -> there(ec2)
            .copySnapshot(copyOf(source).encrypted(true).kmsKeyId(name).build()));
    ImageId copy =
        there(ec2).copyImage(copyOf(image).encrypted(true).kmsKeyId(name).build());
    assertThat(image(ec2, THERE, copy).state()).isEqualTo(AmiState.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000001",
    "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs",
    "arn:aws:kms:eu-west-1:444455556666:alias/aws/ebs"
  })
  @Rules({"COPY-23", "ENC-06", "ENC-13", "LIFE-03", "MSG-089", "MSG-090", "DEC-145"})
  void a_key_of_others_lets_the_call_succeed_and_the_copy_fail(String name) {
    // a key of another Region, and AWS's own key of another Region and of another account
    SnapshotId source = ec2.snapshot();
    Ami ami = image(ec2, source);
    KmsKeyId key = KmsKeyId.of(name);
    SnapshotId snapshot =
        there(ec2).copySnapshot(copyOf(source).encrypted(true).kmsKeyId(key).build());
    assertThat(snapshot(ec2, THERE, snapshot).state()).isEqualTo(SnapshotState.ERROR);
    assertThat(snapshot(ec2, THERE, snapshot).stateMessage()).contains(NOT_ACCESSIBLE);
    ImageId copy =
        there(ec2).copyImage(copyOf(ami.imageId()).encrypted(true).kmsKeyId(key).build());
    assertThat(image(ec2, THERE, copy).state()).isEqualTo(AmiState.FAILED);
    assertThat(image(ec2, THERE, copy).stateReason().orElseThrow().message())
        .isEqualTo("Copy image failed with an internal error"); // DEC-145: the image tells less
    assertThat(ec2.registry.state().snapshots(THERE))
        .allMatch(stored -> stored.stateMessage().equals(Optional.of(NOT_ACCESSIBLE)))
        .allMatch(stored -> stored.state().equals(SnapshotState.ERROR))
        .hasSize(2);
  }

  @Test
  @Rules({"SHR-06", "ENC-06"})
  void a_copy_fails_if_the_caller_cannot_use_the_key_of_the_source() {
    SnapshotId source = encrypted(ec2, OWNER, KEY);
    share(ec2, source, FRIEND);
    ec2.registry
        .aws()
        .changeSettings(
            FRIEND,
            HERE,
            settings -> settings.toBuilder().addUnusableKmsKey(KEY).build());
    SnapshotId copy = ec2.as(FRIEND, THERE).copySnapshot(copyOf(source).build());
    assertThat(snapshot(ec2, THERE, copy).state()).isEqualTo(SnapshotState.ERROR);
    assertThat(snapshot(ec2, THERE, there(ec2).copySnapshot(copyOf(source).build()))
            .state())
        .isEqualTo(SnapshotState.COMPLETED);
  }

  @Test
  @Rules({"ENC-05", "ENC-04"})
  void encryption_by_default_changes_nothing_that_exists() {
    SnapshotId source = ec2.snapshot();
    Ami ami = image(ec2, source);
    Snapshot before = snapshot(ec2, source);
    Volume volume = ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1));
    assertThat(ec2.owner().getEbsEncryptionByDefault()).isFalse();
    ec2.owner().enableEbsEncryptionByDefault();
    assertThat(ec2.owner().getEbsEncryptionByDefault()).isTrue();
    assertThat(there(ec2).getEbsEncryptionByDefault()).isFalse();
    assertThat(ec2.as(FRIEND).getEbsEncryptionByDefault()).isFalse();
    assertThat(snapshot(ec2, source)).isEqualTo(before);
    assertThat(image(ec2, HERE, ami.imageId())).isEqualTo(ami);
    assertThat(ec2.owner().describeVolumes(volume.volumeId())).containsExactly(volume);
    ec2.owner().disableEbsEncryptionByDefault();
    assertThat(ec2.owner().getEbsEncryptionByDefault()).isFalse();
  }

  // DEC-173: where none was chosen it is told as the alias, no longer as the ARN of the key.
  @Test
  @Rules({"ID-20", "ID-22", "ENC-06", "DEC-173"})
  void the_default_key_is_awss_own_until_another_is_chosen() {
    KmsKeyId aws = awsKey(OWNER, HERE);
    assertThat(aws.isKeyArn()).isTrue();
    assertThat(aws).isNotEqualTo(awsKey(OWNER, THERE)).isNotEqualTo(awsKey(FRIEND, HERE));
    assertThat(ec2.owner().getEbsDefaultKmsKeyId()).hasToString("alias/aws/ebs");
    assertThat(ec2.owner()
            .modifyEbsDefaultKmsKeyId(KmsKeyId.of("00000000-0000-0000-0000-000000000001")))
        .isEqualTo(KEY);
    assertThat(ec2.owner().getEbsDefaultKmsKeyId()).isEqualTo(KEY);
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_VALUE,
        "modify-ebs-default-kms-key-id.key-in-region",
        () -> ec2.owner().modifyEbsDefaultKmsKeyId(KmsKeyId.of("alias/unknown")));
    refused(
        ec2,
        ErrorCode.INVALID_PARAMETER_VALUE,
        "modify-ebs-default-kms-key-id.key-in-region",
        () -> ec2.owner().modifyEbsDefaultKmsKeyId(key(THERE, OWNER, 1)));
    assertThat(ec2.owner().resetEbsDefaultKmsKeyId()).hasToString("alias/aws/ebs");
    assertThat(ec2.owner().getEbsDefaultKmsKeyId()).hasToString("alias/aws/ebs");
  }
}
