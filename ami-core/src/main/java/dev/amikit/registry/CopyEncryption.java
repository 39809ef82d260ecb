package dev.amikit.registry;

import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/**
 * What a request to copy says about encryption. Encryption can be added and its key changed, but
 * nothing takes it away.
 */
record CopyEncryption(Optional<Boolean> encrypted, Optional<KmsKeyId> kmsKeyId) {
  /**
   * How a copy is encrypted.
   *
   * @param isEncrypted whether it is
   * @param key the ARN of the key; empty if there is none, or no such key
   * @param isPossible whether the keys can be used; the copy fails later if not
   */
  record Outcome(boolean isEncrypted, Optional<KmsKeyId> key, boolean isPossible) {}

  Optional<Violation> malformed() {
    return kmsKeyId
        .filter(key -> !asksForEncryption())
        .map(key -> SnapshotCopy.KEY_REQUIRES_ENCRYPTED.brokenBy("kmsKeyId", key));
  }

  /** That a copy of an encrypted snapshot is asked to be unencrypted. */
  Optional<Violation> removed(Snapshot source) {
    return encrypted
        .filter(wanted -> !wanted && source.isEncrypted())
        .map(wanted -> SnapshotCopy.STAYS_ENCRYPTED.brokenBy("encrypted", source.snapshotId()));
  }

  /**
   * Tells how a copy is encrypted.
   *
   * @param plan the plan of the caller who copies, in the Region of the copy
   * @param from the Region of the source
   * @param source the source
   * @param keepsKey whether the key of the source is kept where the request says nothing
   */
  Outcome of(Plan plan, Region from, Snapshot source, boolean keepsKey) {
    boolean isEncrypted = asksForEncryption()
        || source.isEncrypted()
        || plan.callerSettings().ebsEncryptionByDefault();
    if (!isEncrypted) {
      return new Outcome(false, Optional.empty(), true);
    }
    boolean keeps = keepsKey && encrypted.isEmpty() && source.kmsKeyId().isPresent();
    Optional<KmsKeyId> key = keeps
        ? source.kmsKeyId()
        : KmsKeys.resolve(
            plan.state(),
            plan.region(),
            plan.caller(),
            kmsKeyId.orElseGet(
                () -> KmsKeys.defaultKey(plan.state(), plan.region(), plan.caller())));
    return new Outcome(true, key, isUsable(plan, key) && canBeRead(plan, from, source));
  }

  private boolean asksForEncryption() {
    return encrypted.orElse(false);
  }

  private static boolean isUsable(Plan plan, Optional<KmsKeyId> key) {
    return key.isPresent()
        && KmsKeys.isUsable(plan.state(), plan.region(), plan.caller(), key.get());
  }

  private static boolean canBeRead(Plan plan, Region from, Snapshot source) {
    return source.kmsKeyId().isEmpty()
        || !plan.state()
            .settings(from, plan.caller())
            .unusableKmsKeys()
            .contains(source.kmsKeyId().get());
  }
}
