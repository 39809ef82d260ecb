package dev.amikit.account;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.id.KmsKeyId;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Map;
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
          "SHR-12")
      .saying(own("You can’t change this setting because it is managed by a declarative policy."));

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
    return new Builder()
        .imageBlockPublicAccess(BlockPublicAccess.BLOCK_NEW_SHARING)
        .snapshotBlockPublicAccess(BlockPublicAccess.UNBLOCKED)
        .allowedImages(AllowedImagesSettings.initial())
        .managedByDeclarativePolicy(false)
        .ebsEncryptionByDefault(false);
  }

  /** {@return a builder with these settings} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds {@link AccountSettings}, at first those of a new account. */
  public static final class Builder {
    private final ImmutableAccountSettings.Builder members = new ImmutableAccountSettings.Builder();

    Builder() {}

    /**
     * Sets whether images may become public.
     *
     * @param imageBlockPublicAccess {@code unblocked} or {@code block-new-sharing}, which it is at
     *     first
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageBlockPublicAccess(BlockPublicAccess imageBlockPublicAccess) {
      members.imageBlockPublicAccess(imageBlockPublicAccess);
      return this;
    }

    /**
     * Sets whether snapshots may become public, or be public.
     *
     * @param snapshotBlockPublicAccess how far sharing is blocked; at first it is not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotBlockPublicAccess(BlockPublicAccess snapshotBlockPublicAccess) {
      members.snapshotBlockPublicAccess(snapshotBlockPublicAccess);
      return this;
    }

    /**
     * Sets which images of others the account may see and use.
     *
     * @param allowedImages the Allowed AMIs setting; at first all
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder allowedImages(AllowedImagesSettings allowedImages) {
      members.allowedImages(allowedImages);
      return this;
    }

    /**
     * Sets whether a declarative policy manages the settings, so that the account cannot.
     *
     * @param managedByDeclarativePolicy whether one does; at first none does
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder managedByDeclarativePolicy(boolean managedByDeclarativePolicy) {
      members.managedByDeclarativePolicy(managedByDeclarativePolicy);
      return this;
    }

    /**
     * Sets whether new volumes and snapshot copies are encrypted unasked.
     *
     * @param ebsEncryptionByDefault whether they are; at first they are not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebsEncryptionByDefault(boolean ebsEncryptionByDefault) {
      members.ebsEncryptionByDefault(ebsEncryptionByDefault);
      return this;
    }

    /**
     * Sets the key that volumes are encrypted with if none is named. Without one it is AWS's own.
     *
     * @param ebsDefaultKmsKeyId the key, as ARN
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebsDefaultKmsKeyId(KmsKeyId ebsDefaultKmsKeyId) {
      members.ebsDefaultKmsKeyId(ebsDefaultKmsKeyId);
      return this;
    }

    /**
     * Sets the key, given as text.
     *
     * @param ebsDefaultKmsKeyId the text, such as {@code alias/golden}
     * @return this builder
     * @throws dev.amikit.rule.RuleViolationException by {@code kms-key-id.format}
     */
    @CanIgnoreReturnValue
    public Builder ebsDefaultKmsKeyId(String ebsDefaultKmsKeyId) {
      requireNonNull(ebsDefaultKmsKeyId, "ebsDefaultKmsKeyId");
      return ebsDefaultKmsKeyId(KmsKeyId.of(ebsDefaultKmsKeyId));
    }

    /**
     * Sets the key, or none.
     *
     * @param ebsDefaultKmsKeyId the key; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ebsDefaultKmsKeyId(Optional<? extends KmsKeyId> ebsDefaultKmsKeyId) {
      requireNonNull(ebsDefaultKmsKeyId, "ebsDefaultKmsKeyId");
      members.ebsDefaultKmsKeyId(ebsDefaultKmsKeyId);
      return this;
    }

    /**
     * Sets the keys behind the account's own aliases.
     *
     * @param kmsAliases the key ARNs by alias, without {@code alias/}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder kmsAliases(Map<String, ? extends KmsKeyId> kmsAliases) {
      requireNonNull(kmsAliases, "kmsAliases");
      members.kmsAliases(kmsAliases);
      return this;
    }

    /**
     * Adds a key behind an alias of the account's own.
     *
     * @param alias the alias, without {@code alias/}
     * @param key the key ARN
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder putKmsAlias(String alias, KmsKeyId key) {
      requireNonNull(alias, "alias");
      requireNonNull(key, "key");
      members.putKmsAlias(alias, key);
      return this;
    }

    /**
     * Sets the keys with which nothing can be encrypted.
     *
     * @param unusableKmsKeys the key ARNs
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder unusableKmsKeys(Iterable<? extends KmsKeyId> unusableKmsKeys) {
      requireNonNull(unusableKmsKeys, "unusableKmsKeys");
      members.unusableKmsKeys(unusableKmsKeys);
      return this;
    }

    /**
     * Adds a key with which nothing can be encrypted.
     *
     * @param unusableKmsKey the key ARN
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addUnusableKmsKey(KmsKeyId unusableKmsKey) {
      requireNonNull(unusableKmsKey, "unusableKmsKey");
      members.addUnusableKmsKey(unusableKmsKey);
      return this;
    }

    /**
     * Returns the settings.
     *
     * @return the settings
     */
    public AccountSettings build() {
      return members.build();
    }

    private Builder from(AccountSettings value) {
      members.from(value);
      return this;
    }
  }
}
