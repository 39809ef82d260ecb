package dev.amikit.registry.state;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.id.KmsKeyId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;
import org.immutables.value.Value;

/** How an account has set up EC2 in a Region, as far as images and snapshots ask for it. */
@Value.Immutable
public abstract class AccountSettings {
  /** A declarative policy of the organization takes a setting out of the account's hands. */
  public static final Rule MANAGED_BY_ACCOUNT = Rule.rule(
      "account-settings.managed-by-account",
      "an account changes only settings that no declarative policy manages",
      ErrorCode.OPERATION_NOT_PERMITTED,
      "EC2 User Guide, Block public access to your AMIs",
      "ACCT-10",
      "BPA-11",
      "ALLOW-26",
      "SHR-12");

  private static final AccountSettings INITIAL = builder().build();

  AccountSettings() {}

  /** {@return whether images may become public: {@code unblocked} or {@code block-new-sharing}} */
  public abstract BlockPublicAccess imageBlockPublicAccess();

  /** {@return whether snapshots may become public, or be public} */
  public abstract BlockPublicAccess snapshotBlockPublicAccess();

  /** {@return which images of others the account may see and use} */
  public abstract AllowedImagesSettings allowedImages();

  /** {@return whether a declarative policy manages the settings, so that the account cannot} */
  public abstract boolean managedByDeclarativePolicy();

  /** {@return who manages the settings} */
  public final ManagedBy managedBy() {
    return managedByDeclarativePolicy() ? ManagedBy.DECLARATIVE_POLICY : ManagedBy.ACCOUNT;
  }

  /** {@return whether new volumes and snapshot copies are encrypted unasked} */
  public abstract boolean ebsEncryptionByDefault();

  /** {@return the key that volumes are encrypted with if none is named; empty for AWS's own} */
  public abstract Optional<KmsKeyId> ebsDefaultKmsKeyId();

  /** {@return the key ARNs behind the account's own aliases, without {@code alias/}} */
  public abstract ImmutableMap<String, KmsKeyId> kmsAliases();

  /** {@return the key ARNs with which nothing can be encrypted} */
  public abstract ImmutableSet<KmsKeyId> unusableKmsKeys();

  /** {@return how EC2 is set up for a new account} */
  public static AccountSettings initial() {
    return INITIAL;
  }

  /** {@return a builder with the settings of a new account} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with these settings} */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds {@link AccountSettings}. */
  public static final class Builder extends ImmutableAccountSettings.Builder {
    Builder() {
      imageBlockPublicAccess(BlockPublicAccess.BLOCK_NEW_SHARING);
      snapshotBlockPublicAccess(BlockPublicAccess.UNBLOCKED);
      allowedImages(AllowedImagesSettings.initial());
      managedByDeclarativePolicy(false);
      ebsEncryptionByDefault(false);
    }
  }
}
