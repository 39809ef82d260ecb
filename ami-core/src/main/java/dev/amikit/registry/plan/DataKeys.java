package dev.amikit.registry.plan;

import com.google.common.hash.Hashing;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.VolumeId;
import dev.amikit.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The data keys that encrypt volumes and snapshots: one for each lineage under each KMS key. What
 * is made from a snapshot under the same KMS key has the data key of the snapshot.
 */
final class DataKeys {
  private DataKeys() {}

  /** The data key of a new volume; none without a KMS key. */
  static Optional<String> ofVolume(
      VolumeId id, Optional<KmsKeyId> key, Optional<Snapshot> snapshot) {
    return key.map(kms ->
        snapshot.flatMap(source -> inherited(source, kms)).orElseGet(() -> dataKey(id, kms)));
  }

  /** The data key of a copy; none without a KMS key. */
  static Optional<String> ofCopy(Snapshot source, Optional<KmsKeyId> key) {
    return key.map(kms -> inherited(source, kms).orElseGet(() -> dataKey(lineage(source), kms)));
  }

  private static Optional<String> inherited(Snapshot source, KmsKeyId key) {
    return source.dataEncryptionKeyId().filter(any -> source.kmsKeyId().equals(Optional.of(key)));
  }

  private static Object lineage(Snapshot source) {
    return source
        .dataEncryptionKeyId()
        .<Object>map(dataKey -> dataKey)
        .or(() -> source.volumeId().filter(id -> !source.isCopy()))
        .orElse(source.snapshotId());
  }

  private static String dataKey(Object lineage, KmsKeyId key) {
    return Hashing.murmur3_128()
        .hashString(lineage + " " + key, StandardCharsets.UTF_8)
        .toString();
  }
}
