package dev.amikit.registry.plan;

import com.google.common.base.Splitter;
import dev.amikit.id.AccountId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.registry.state.PartitionState;
import java.util.Optional;

/**
 * Which KMS key is meant, and whether it can be used. Keys are opaque; those that nobody marked as
 * unusable can be used in their own Region.
 */
public final class KmsKeys {
  private static final String AWS_MANAGED = "eb5eb5eb-0000-4000-8000-";
  private static final String ALIAS = "alias/";
  private static final int ACCOUNT_IN_ARN = 4;
  private static final String AWS_MANAGED_ALIAS = "aws/ebs";

  private KmsKeys() {}

  /** The key that AWS keeps for EBS in an account and a Region, behind {@code alias/aws/ebs}. */
  public static KmsKeyId awsManagedKey(Region region, AccountId account) {
    return arn(region, account, "key/" + AWS_MANAGED + account);
  }

  /** Whether a key is one that AWS keeps for EBS, in whatever account and Region. */
  public static boolean isAwsManaged(KmsKeyId key) {
    return key.value().contains(":key/" + AWS_MANAGED);
  }

  /** The key that is taken when none is named. */
  public static KmsKeyId defaultKey(PartitionState state, Region region, AccountId account) {
    return state
        .settings(region, account)
        .ebsDefaultKmsKeyId()
        .orElseGet(() -> awsManagedKey(region, account));
  }

  /**
   * The ARN of the key that a request names; empty for an alias that is not known in the Region.
   */
  public static Optional<KmsKeyId> resolve(
      PartitionState state, Region region, AccountId account, KmsKeyId named) {
    if (!named.isAlias()) {
      return Optional.of(named.isKeyArn() ? named : arn(region, account, "key/" + named));
    }
    String name = named.value().substring(named.value().indexOf(ALIAS) + ALIAS.length());
    if (named.value().startsWith(ALIAS)) {
      return ofAlias(state, region, account, name);
    }
    String owner = Splitter.on(':').splitToList(named.value()).get(ACCOUNT_IN_ARN);
    return isOf(region, named)
        ? ofAlias(state, region, AccountId.of(owner), name)
        : Optional.empty();
  }

  private static Optional<KmsKeyId> ofAlias(
      PartitionState state, Region region, AccountId account, String name) {
    return name.equals(AWS_MANAGED_ALIAS)
        ? Optional.of(awsManagedKey(region, account))
        : Optional.ofNullable(state.settings(region, account).kmsAliases().get(name));
  }

  /** Whether an account can encrypt with a key in a Region; AWS's own keys serve one account. */
  static boolean isUsable(PartitionState state, Region region, AccountId account, KmsKeyId key) {
    return isOf(region, key)
        && (!isAwsManaged(key) || key.equals(awsManagedKey(region, account)))
        && !isDisabled(state, region, account, key);
  }

  /** Whether a key is named by an alias of the Region that is not known there. */
  public static boolean isUnknownAlias(
      PartitionState state, Region region, AccountId account, KmsKeyId named) {
    boolean isElsewhere = named.value().startsWith("arn:") && !isOf(region, named);
    return !isElsewhere && resolve(state, region, account, named).isEmpty();
  }

  /** Whether a key, named by its ARN, is marked as one that nothing can be encrypted with. */
  public static boolean isDisabled(
      PartitionState state, Region region, AccountId account, KmsKeyId key) {
    return state.settings(region, account).unusableKmsKeys().contains(key);
  }

  /** Whether a key, named by its ARN, is one of a Region. */
  public static boolean isOf(Region region, KmsKeyId key) {
    return key.value().contains(":kms:" + region + ":");
  }

  private static KmsKeyId arn(Region region, AccountId account, String resource) {
    return KmsKeyId.of(
        "arn:" + region.partition() + ":kms:" + region + ":" + account + ":" + resource);
  }
}
