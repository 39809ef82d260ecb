package dev.amikit.registry.plan;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.AccountId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/**
 * How a new volume is encrypted: once encrypted, blocks stay so; a named key wins, then the key of
 * an own snapshot, then the default key.
 *
 * @param kmsKeyId the ARN of the key, or an alias that is not known; empty if the volume is not
 *     encrypted
 * @param succeeds whether the account can use all the keys that this takes
 */
public record VolumeEncryption(Optional<KmsKeyId> kmsKeyId, boolean succeeds) {
  private static final VolumeEncryption NONE = new VolumeEncryption(Optional.empty(), true);

  private static final EbsBlockDevice NOTHING_ASKED = EbsBlockDevice.builder().build();

  /**
   * How a volume of an account is encrypted that is made of a snapshot, and nothing else is asked.
   */
  public static VolumeEncryption of(Plan plan, AccountId account, Snapshot snapshot) {
    return of(plan, account, NOTHING_ASKED, NOTHING_ASKED, Optional.of(snapshot));
  }

  /** How a volume is encrypted that a request describes, on top of what an image says. */
  public static VolumeEncryption of(
      Plan plan, EbsBlockDevice requested, EbsBlockDevice inImage, Optional<Snapshot> snapshot) {
    return of(plan, plan.caller(), requested, inImage, snapshot);
  }

  private static VolumeEncryption of(
      Plan plan,
      AccountId account,
      EbsBlockDevice requested,
      EbsBlockDevice inImage,
      Optional<Snapshot> snapshot) {
    Optional<Snapshot> encrypted = snapshot.filter(Snapshot::isEncrypted);
    boolean isAsked = requested.isEncrypted() || snapshot.isEmpty() && inImage.isEncrypted();
    if (!isAsked
        && encrypted.isEmpty()
        && !plan.here().settings(account).ebsEncryptionByDefault()) {
      return NONE;
    }
    boolean canDecrypt = encrypted
        .flatMap(Snapshot::kmsKeyId)
        .map(key -> isUsable(plan, account, key))
        .orElse(true);
    if (requested.kmsKeyId().isPresent()) {
      Optional<KmsKeyId> key = KmsKeys.resolve(
          plan.state(), plan.region(), account, requested.kmsKeyId().get());
      return new VolumeEncryption(
          key.or(requested::kmsKeyId),
          canDecrypt && key.map(named -> isUsable(plan, account, named)).orElse(false));
    }
    KmsKeyId key = encrypted
        .filter(own -> own.ownerId().equals(account))
        .flatMap(Snapshot::kmsKeyId)
        .orElseGet(() -> KmsKeys.defaultKey(plan.state(), plan.region(), account));
    return new VolumeEncryption(Optional.of(key), canDecrypt && isUsable(plan, account, key));
  }

  private static boolean isUsable(Plan plan, AccountId account, KmsKeyId key) {
    return KmsKeys.isUsable(plan.state(), plan.region(), account, key);
  }
}
