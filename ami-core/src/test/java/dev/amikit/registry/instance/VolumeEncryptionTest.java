package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestLaunch.ROOT;
import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestLaunch.request;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.account.AccountSettings;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.AmiState;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeEncryptionTest {
  private final TestLaunch at = new TestLaunch();
  private final TestRegistry ec2 = at.ec2;

  /** Part 2, table 6.1: encrypted, key, encryption by default, snapshot, outcome. */
  @ParameterizedTest
  @CsvSource({
    ",,false,unencrypted,none",
    ",,true,unencrypted,default",
    ",,false,own,snapshot",
    ",,true,own,snapshot",
    ",,false,shared,default",
    "true,,false,unencrypted,default",
    "true,,false,own,snapshot",
    "true,,false,shared,default",
    "true,given,false,unencrypted,given",
    "true,given,true,unencrypted,given",
    "true,given,false,own,given",
    "true,given,false,shared,given",
    "false,,false,unencrypted,none",
    "false,,true,unencrypted,default",
    "false,,false,own,snapshot",
    "false,,false,shared,default",
  })
  @Rules({"ENC-07", "ENC-01", "ENC-04", "ENC-15", "RUN-07", "LAUNCH-45", "LAUNCH-46", "REG-08"})
  void of_a_launched_volume_comes_of_request_account_and_snapshot(
      Boolean encrypted, String key, boolean byDefault, String snapshot, String outcome) {
    AccountId caller = snapshot.equals("shared") ? FRIEND : OWNER;
    put(caller, settings -> settings.ebsEncryptionByDefault(byDefault));
    SnapshotId root = ec2.snapshot(
        OWNER,
        s -> snapshot.equals("unencrypted") ? s : s.encrypted(true).kmsKeyId(TestKeys.CUSTOMER));
    ec2.put(TestLaunch.image(root)
        .addLaunchPermission(LaunchPermission.userId(FRIEND))
        .build());

    Instance instance = ec2.as(caller)
        .runInstances(request()
            .addBlockDeviceMapping(ebs(
                ROOT,
                volume -> volume
                    .encrypted(Optional.ofNullable(encrypted))
                    .kmsKeyId(Optional.ofNullable(key).map(given -> TestKeys.OTHER))))
            .build())
        .instances()
        .get(0);

    Optional<KmsKeyId> expected = switch (outcome) {
      case "none" -> Optional.empty();
      case "snapshot" -> Optional.of(TestKeys.CUSTOMER);
      case "given" -> Optional.of(TestKeys.OTHER);
      default -> Optional.of(KmsKeys.awsManagedKey(HERE, caller));
    };
    assertThat(at.volume(instance, ROOT).kmsKeyId()).isEqualTo(expected);
  }

  @Test
  @Rules("ENC-07")
  void of_a_blank_volume_is_what_request_or_image_ask_for() {
    at.put(image ->
        image.addBlockDeviceMapping(ebs(DATA, volume -> volume.volumeSize(10).encrypted(true))));
    put(OWNER, settings -> settings.ebsDefaultKmsKeyId(TestKeys.OTHER));

    Instance instance = at.launch();

    assertThat(at.volume(instance, DATA).kmsKeyId()).contains(TestKeys.OTHER);
    assertThat(at.volume(instance, ROOT).isEncrypted()).isFalse();
  }

  @Test
  @Rules("ENC-05")
  void by_default_changes_no_image() {
    at.put(image -> image);
    put(OWNER, settings -> settings.ebsEncryptionByDefault(true));

    assertThat(ec2.registry
            .state()
            .image(HERE, IMAGE)
            .orElseThrow()
            .rootDevice()
            .orElseThrow()
            .ebs()
            .orElseThrow()
            .encrypted())
        .contains(false);
  }

  @Test
  @Rules({"ENC-02", "ENC-07"})
  void differs_from_volume_to_volume_of_one_image() {
    SnapshotId encrypted = ec2.snapshot(OWNER, s -> s.encrypted(true).kmsKeyId(TestKeys.CUSTOMER));
    at.put(image -> image.addBlockDeviceMapping(ebs(DATA, volume -> volume.snapshotId(encrypted))));

    Instance instance = at.launch();

    assertThat(at.volume(instance, ROOT).isEncrypted()).isFalse();
    assertThat(at.volume(instance, DATA).kmsKeyId()).contains(TestKeys.CUSTOMER);
  }

  @ParameterizedTest
  @CsvSource({"unknown alias", "other Region", "unusable"})
  @Rules({"ENC-06", "ENC-14", "LAUNCH-24"})
  void with_a_key_that_cannot_be_used_ends_the_instance_and_not_the_call(String how) {
    at.put(image -> image);
    put(OWNER, settings -> settings.addUnusableKmsKey(TestKeys.OTHER));
    KmsKeyId key = switch (how) {
      case "unknown alias" -> KmsKeyId.of("alias/nobody-knows");
      case "other Region" -> TestKeys.ELSEWHERE;
      default -> TestKeys.OTHER;
    };

    Instance instance = at.launch(ebs(ROOT, volume -> volume.encrypted(true).kmsKeyId(key)));

    assertThat(instance.state()).isEqualTo(InstanceState.TERMINATED);
    assertThat(instance.stateReason()).map(StateReason::code).contains("Client.InternalError");
    assertThat(instance.terminationTime()).contains(START);
    assertThat(instance.volumes()).isEmpty();
  }

  @Test
  @Rules({"PERM-18", "LAUNCH-24"})
  void of_a_shared_snapshot_needs_its_key() {
    SnapshotId root = ec2.snapshot(OWNER, s -> s.encrypted(true).kmsKeyId(TestKeys.CUSTOMER));
    ec2.put(TestLaunch.image(root).build());
    put(FRIEND, settings -> settings.addUnusableKmsKey(TestKeys.CUSTOMER));
    Copying.share(ec2, root, FRIEND);
    ec2.owner()
        .modifyImageAttribute(IMAGE, ModifyLaunchPermission.grant(LaunchPermission.userId(FRIEND)));

    assertThat(launchedByFriend()).isEqualTo(InstanceState.TERMINATED);
    assertThat(copiedByFriend()).isEqualTo(AmiState.FAILED);
    put(FRIEND, settings -> settings);
    assertThat(launchedByFriend()).isEqualTo(InstanceState.RUNNING);
    assertThat(copiedByFriend()).isEqualTo(AmiState.AVAILABLE);
  }

  private InstanceState launchedByFriend() {
    return ec2.as(FRIEND).runInstances(request().build()).instances().get(0).state();
  }

  private AmiState copiedByFriend() {
    ImageId copy = ec2.as(FRIEND).copyImage(Copying.copyOf(IMAGE).build());
    return Copying.image(ec2, HERE, copy).state();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000001",
        "alias/mine",
        "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000001",
        "arn:aws:kms:us-east-1:111122223333:alias/mine"
      })
  @Rules({"ID-20", "ID-22"})
  void names_a_key_in_each_of_four_ways_and_tells_its_arn(String name) {
    KmsKeyId key = KmsKeyId.of(name);
    KmsKeyId arn =
        KmsKeyId.of("arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000001");
    put(OWNER, settings -> settings.kmsAliases(ImmutableMap.of("mine", arn)));
    at.put(image -> image);

    Instance instance = at.launch(ebs(ROOT, volume -> volume.encrypted(true).kmsKeyId(key)));
    Volume created = ec2.owner()
        .createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1).toBuilder()
            .encrypted(true)
            .kmsKeyId(key)
            .build());

    assertThat(at.volume(instance, ROOT).kmsKeyId()).contains(arn);
    assertThat(created.kmsKeyId()).contains(arn);
  }

  @Test
  @Rules({"ENC-06", "ID-20"})
  void names_a_key_by_an_alias_of_the_account() {
    at.put(image -> image);
    put(OWNER, settings -> settings.kmsAliases(ImmutableMap.of("mine", TestKeys.OTHER)));

    Instance mine =
        at.launch(ebs(ROOT, volume -> volume.encrypted(true).kmsKeyId(KmsKeyId.of("alias/mine"))));
    Instance aws = at.launch(
        ebs(ROOT, volume -> volume.encrypted(true).kmsKeyId(KmsKeyId.AWS_MANAGED_EBS_KEY)));

    assertThat(at.volume(mine, ROOT).kmsKeyId()).contains(TestKeys.OTHER);
    assertThat(at.volume(aws, ROOT).kmsKeyId()).contains(KmsKeys.awsManagedKey(HERE, OWNER));
  }

  @Test
  @Rules("ENC-04")
  void by_default_holds_for_created_volumes_too_whatever_is_asked_for() {
    put(OWNER, settings -> settings.ebsEncryptionByDefault(true));
    EbsBlockDevice blank = EbsBlockDevice.blank(VolumeType.GP3, 10);

    for (EbsBlockDevice asked :
        List.of(blank, blank.toBuilder().encrypted(false).build())) {
      assertThat(ec2.owner().createVolume(asked).kmsKeyId())
          .contains(KmsKeys.awsManagedKey(HERE, OWNER));
    }
  }

  @Test
  @Rules("ENC-15")
  void of_a_shared_image_takes_the_use_of_its_key_and_no_permission_on_its_snapshot() {
    SnapshotId encrypted = ec2.snapshot(OWNER, s -> s.encrypted(true).kmsKeyId(TestKeys.CUSTOMER));
    ec2.put(TestLaunch.image(encrypted)
        .addLaunchPermission(LaunchPermission.userId(FRIEND))
        .build());

    assertThat(ec2.as(FRIEND).runInstances(request().build()).instances().get(0).state())
        .isEqualTo(InstanceState.RUNNING);
    put(FRIEND, settings -> settings.addUnusableKmsKey(TestKeys.CUSTOMER));
    Instance ended = ec2.as(FRIEND).runInstances(request().build()).instances().get(0);
    assertThat(ended.state()).isEqualTo(InstanceState.TERMINATED);
    assertThat(ended.stateReason()).map(StateReason::code).contains("Client.InternalError");
    assertThat(at.launch().state()).isEqualTo(InstanceState.RUNNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alias/nobody-knows",
        "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      })
  @Rules({"ENC-06", "ID-20"})
  void of_a_created_volume_needs_a_key_that_can_be_used_or_the_volume_is_soon_gone(String key) {
    EbsBlockDevice volume = EbsBlockDevice.blank(VolumeType.GP3, 10).toBuilder()
        .encrypted(true)
        .kmsKeyId(KmsKeyId.of(key))
        .build();

    // API reference, CreateVolume: keys are looked at after the answer. The refusal was inferred.
    Volume told = ec2.owner().createVolume(volume);
    assertThat(told.kmsKeyId()).contains(KmsKeyId.of(key));
    assertThat(ec2.owner().describeVolumes()).isEmpty();
  }

  private void put(AccountId account, UnaryOperator<AccountSettings.Builder> change) {
    ec2.registry
        .aws()
        .happen(new RegistryEvent.SettingsChanged(
            HERE, account, change.apply(AccountSettings.builder()).build()));
  }
}
