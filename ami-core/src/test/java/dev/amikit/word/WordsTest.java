package dev.amikit.word;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCodeType;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.SseType;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.snapshot.TransferType;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The word lists that EC2 keeps open. */
class WordsTest {
  static Stream<Words<?>> lists() {
    return Stream.of(
        OwnerAlias.WORDS,
        ProductCodeType.WORDS,
        VolumeType.WORDS,
        LockMode.WORDS,
        LockState.WORDS,
        SnapshotState.WORDS,
        SseType.WORDS,
        StorageTier.WORDS,
        TieringOperationStatus.WORDS,
        TransferType.WORDS,
        Architecture.WORDS,
        BootMode.WORDS,
        DeviceType.WORDS,
        Hypervisor.WORDS,
        ImageType.WORDS,
        ImdsSupport.WORDS,
        SriovNetSupport.WORDS,
        TpmSupport.WORDS,
        VirtualizationType.WORDS);
  }

  @Rules({"VOL-01", "SNAP-12", "ID-14", "BOOT-01"})
  @ParameterizedTest
  @MethodSource("lists")
  void an_unknown_word_survives_reading(Words<?> words) {
    Word unknown = words.get("of-tomorrow");
    assertThat(unknown.word()).isEqualTo("of-tomorrow");
    assertThat(unknown).hasToString("of-tomorrow").isEqualTo(words.get("of-tomorrow"));
    assertThat(unknown.isKnown()).isFalse();
    assertThat(words.knows("of-tomorrow")).isFalse();
    assertThat(unknown.words()).isSameAs(words);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_known_word_is_always_the_same_value_and_spelled_as_ec2_does(Words<?> words) {
    for (Word known : words.known()) {
      assertThat(words.get(known.word())).isSameAs(known);
      assertThat(known.isKnown()).isTrue();
      assertThat(known).hasToString(known.word());
      assertThat(known.word()).isEqualTo(known.word().toLowerCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void case_counts(Words<?> words) {
    for (Word known : words.known()) {
      String shouted = known.word().toUpperCase(Locale.ROOT);
      assertThat(words.get(shouted).isKnown()).isFalse();
      assertThat(words.get(shouted)).isNotEqualTo(known);
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void an_empty_word_is_refused(Words<?> words) {
    assertRefused(() -> words.get(""), "word.not-empty", "", INVALID_PARAMETER_VALUE);
  }

  @Rules({"ID-14", "IMG-05"})
  @Test
  void owner_aliases() {
    assertWords(OwnerAlias.WORDS, "amazon", "aws-marketplace", "aws-backup-vault");
    assertThat(OwnerAlias.of("self").isKnown()).as("a word of requests only").isFalse();
    assertThat(OwnerAlias.of("amazon")).isSameAs(OwnerAlias.AMAZON);
  }

  @Rules({"ID-23", "PAID-01"})
  @Test
  void product_code_types() {
    assertWords(ProductCodeType.WORDS, "marketplace", "devpay");
    assertThat(ProductCodeType.of("devpay")).isSameAs(ProductCodeType.DEVPAY);
  }

  @Rules("VOL-01")
  @Test
  void volume_types() {
    assertWords(VolumeType.WORDS, "standard", "io1", "io2", "gp2", "sc1", "st1", "gp3");
    assertThat(VolumeType.of("gp3")).isSameAs(VolumeType.GP3);
  }

  @Rules("LOCK-01")
  @Test
  void lock_modes_and_states() {
    assertWords(LockMode.WORDS, "governance", "compliance");
    assertWords(LockState.WORDS, "governance", "compliance", "compliance-cooloff", "expired");
    assertThat(LockMode.of("governance")).isSameAs(LockMode.GOVERNANCE);
    assertThat(LockState.of("expired")).isSameAs(LockState.EXPIRED);
  }

  @Rules("SNAP-12")
  @Test
  void snapshot_states() {
    assertWords(SnapshotState.WORDS, "pending", "completed", "error", "recoverable", "recovering");
    assertThat(SnapshotState.of("completed")).isSameAs(SnapshotState.COMPLETED);
  }

  @Rules("SNAP-08")
  @Test
  void storage_tiers() {
    assertWords(StorageTier.WORDS, "standard", "archive");
    assertThat(StorageTier.of("archive")).isSameAs(StorageTier.ARCHIVE);
  }

  @Rules("ARC-09")
  @Test
  void tiering_operations_have_nine_outcomes() {
    assertWords(
        TieringOperationStatus.WORDS,
        "archival-in-progress",
        "archival-completed",
        "archival-failed",
        "temporary-restore-in-progress",
        "temporary-restore-completed",
        "temporary-restore-failed",
        "permanent-restore-in-progress",
        "permanent-restore-completed",
        "permanent-restore-failed");
    assertThat(TieringOperationStatus.of("archival-failed"))
        .isSameAs(TieringOperationStatus.ARCHIVAL_FAILED);
  }

  @Rules("SNAP-07")
  @Test
  void transfer_types() {
    assertWords(TransferType.WORDS, "standard", "time-based");
    assertThat(TransferType.of("time-based")).isSameAs(TransferType.TIME_BASED);
  }

  @Rules("ENC-18")
  @Test
  void kinds_of_server_side_encryption() {
    assertWords(SseType.WORDS, "sse-ebs", "sse-kms", "none");
    assertThat(SseType.of("none")).isSameAs(SseType.NONE);
  }

  @Rules({"BOOT-01", "IMG-12"})
  @Test
  void architectures() {
    assertWords(Architecture.WORDS, "i386", "x86_64", "arm64", "x86_64_mac", "arm64_mac");
    assertThat(Architecture.of("arm64")).isSameAs(Architecture.ARM64);
  }

  @Rules("IMG-13")
  @Test
  void virtualization_types() {
    assertWords(VirtualizationType.WORDS, "hvm", "paravirtual");
    assertThat(VirtualizationType.of("hvm")).isSameAs(VirtualizationType.HVM);
  }

  @Rules({"BOOT-05", "IMG-14"})
  @Test
  void hypervisors_and_nitro_is_none_that_an_image_has() {
    assertWords(Hypervisor.WORDS, "xen", "ovm");
    assertThat(Hypervisor.of("xen")).isSameAs(Hypervisor.XEN);
  }

  @Rules({"BOOT-17", "IMG-26"})
  @Test
  void boot_modes() {
    assertWords(BootMode.WORDS, "legacy-bios", "uefi", "uefi-preferred");
    assertThat(BootMode.of("uefi")).isSameAs(BootMode.UEFI);
  }

  @Rules({"IMG-21", "ROOT-01"})
  @Test
  void root_device_types() {
    assertWords(DeviceType.WORDS, "ebs", "instance-store");
    assertThat(DeviceType.of("ebs")).isSameAs(DeviceType.EBS);
  }

  @Rules({"IMG-25", "IMG-27", "IMG-28"})
  @Test
  void supports_that_have_one_word_only() {
    assertWords(SriovNetSupport.WORDS, "simple");
    assertWords(TpmSupport.WORDS, "v2.0");
    assertWords(ImdsSupport.WORDS, "v2.0");
    assertThat(SriovNetSupport.of("simple")).isSameAs(SriovNetSupport.SIMPLE);
    assertThat(TpmSupport.of("v2.0")).isSameAs(TpmSupport.V2_0);
    assertThat(ImdsSupport.of("v2.0")).isSameAs(ImdsSupport.V2_0);
  }

  @Rules("IMG-11")
  @ParameterizedTest
  @CsvSource({"machine, ami-1a2b3c4d", "kernel, aki-1a2b3c4d", "ramdisk, ari-1a2b3c4d"})
  void image_types_and_the_ID_says_which(String word, String id) {
    assertWords(ImageType.WORDS, "machine", "kernel", "ramdisk");
    assertThat(ImageType.of(ImageId.of(id))).isSameAs(ImageType.of(word));
  }

  @Rules({"PLAT-01", "IMG-17"})
  @ParameterizedTest
  @ValueSource(strings = {"windows", "Windows", "WINDOWS", "wInDoWs"})
  void the_platform_windows_is_read_in_any_case_and_written_in_lower_case(String word) {
    assertThat(Platform.of(word)).isEqualTo(Platform.WINDOWS).hasToString("windows");
    assertThat(Platform.of(word).isKnown()).isTrue();
  }

  // A platform of tomorrow is kept, as every word of a list that EC2 may extend (DEC-07).
  @Rules({"DEC-07", "PLAT-01"})
  @ParameterizedTest
  @ValueSource(strings = {"linux", "macOS", "windows ", "wındows"})
  void another_platform_is_kept_and_is_not_windows(String word) {
    assertThat(Platform.of(word)).hasToString(word).isNotEqualTo(Platform.WINDOWS);
    assertThat(Platform.of(word).isKnown()).isFalse();
    assertRefused(() -> Platform.of(""), "word.not-empty", "", INVALID_PARAMETER_VALUE);
  }

  private static void assertWords(Words<?> words, String... known) {
    assertThat(words.known().stream().map(Word::word)).containsExactlyInAnyOrder(known);
  }
}
