package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.quoted;

import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/**
 * What a request to copy says about encryption. Encryption can be added and its key changed, but
 * nothing takes it away.
 */
public record CopyEncryption(Optional<Boolean> encrypted, Optional<KmsKeyId> kmsKeyId) {
  static final Rule KEY_REQUIRES_ENCRYPTED = Rule.rule(
          "copy.key-requires-encrypted",
          "a KMS key is named only together with encrypted being true",
          ErrorCode.INVALID_PARAMETER_DEPENDENCY,
          "API reference, CopyImage and CopySnapshot, KmsKeyId",
          "COPY-21",
          "ENC-10")
      .saying(quoted("The parameter KmsKeyId requires the parameter Encrypted to be set."));

  static final Rule STAYS_ENCRYPTED = Rule.rule(
          "copy.stays-encrypted",
          "an image is not copied without the encryption of its snapshots",
          ErrorCode.INVALID_REQUEST,
          "observed: quoted answers of CopyImage",
          "COPY-22",
          "ENC-01",
          "ENC-09")
      .saying(quoted("Snapshot {snapshotId} is encrypted."
          + " Creating unencrypted copy from an encrypted snapshot is not supported."));

  /**
   * How a copy is encrypted.
   *
   * @param isEncrypted whether it is
   * @param key the ARN of the key; empty if there is none, or no such key
   * @param isPossible whether the keys can be used; the copy fails later if not
   */
  public record Outcome(boolean isEncrypted, Optional<KmsKeyId> key, boolean isPossible) {}

  public Optional<Violation> malformed() {
    return kmsKeyId
        .filter(key -> !asksForEncryption())
        .map(key -> KEY_REQUIRES_ENCRYPTED.brokenBy("kmsKeyId", key));
  }

  /** That an image is asked to be copied with an unencrypted copy of an encrypted snapshot. */
  public Optional<Violation> removed(Snapshot source) {
    return encrypted
        .filter(wanted -> !wanted && source.isEncrypted())
        .map(wanted ->
            STAYS_ENCRYPTED.brokenBy("encrypted", wanted).with("snapshotId", source.snapshotId()));
  }

  /**
   * Tells how a copy is encrypted.
   *
   * @param plan the plan of the caller who copies, in the Region of the copy
   * @param from the Region of the source
   * @param source the source
   * @param keepsKey whether the key of the source is kept where the request says nothing
   */
  public Outcome of(Plan plan, Region from, Snapshot source, boolean keepsKey) {
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
        || !KmsKeys.isDisabled(
            plan.state(), from, plan.caller(), source.kmsKeyId().get());
  }
}
