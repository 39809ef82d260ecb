package dev.amikit.registry.plan;

import dev.amikit.device.EbsBlockDevice;
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

  /** How a volume is encrypted that a request describes, on top of what an image says. */
  public static VolumeEncryption of(
      Plan plan, EbsBlockDevice requested, EbsBlockDevice inImage, Optional<Snapshot> snapshot) {
    Optional<Snapshot> encrypted = snapshot.filter(Snapshot::isEncrypted);
    boolean isAsked = requested.isEncrypted() || snapshot.isEmpty() && inImage.isEncrypted();
    if (!isAsked && encrypted.isEmpty() && !plan.callerSettings().ebsEncryptionByDefault()) {
      return NONE;
    }
    boolean canDecrypt =
        encrypted.flatMap(Snapshot::kmsKeyId).map(key -> isUsable(plan, key)).orElse(true);
    if (requested.kmsKeyId().isPresent()) {
      Optional<KmsKeyId> key = KmsKeys.resolve(
          plan.state(), plan.region(), plan.caller(), requested.kmsKeyId().get());
      return new VolumeEncryption(
          key.or(requested::kmsKeyId),
          canDecrypt && key.map(named -> isUsable(plan, named)).orElse(false));
    }
    KmsKeyId key = encrypted
        .filter(own -> own.ownerId().equals(plan.caller()))
        .flatMap(Snapshot::kmsKeyId)
        .orElseGet(() -> KmsKeys.defaultKey(plan.state(), plan.region(), plan.caller()));
    return new VolumeEncryption(Optional.of(key), canDecrypt && isUsable(plan, key));
  }

  private static boolean isUsable(Plan plan, KmsKeyId key) {
    return KmsKeys.isUsable(plan.state(), plan.region(), plan.caller(), key);
  }
}
