package dev.amikit.registry.account;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on how accounts set up EC2. */
public final class AccountOperations {
  private static final ImmutableList<Rule> RULES = ImmutableList.of(
      AllowedImagesRules.STATE_TO_ENABLE,
      EnableImageBlockPublicAccess.BLOCKS_NEW_SHARING,
      EnableSnapshotBlockPublicAccess.BLOCKS,
      ModifyEbsDefaultKmsKeyId.KEY_IN_REGION);

  private AccountOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
