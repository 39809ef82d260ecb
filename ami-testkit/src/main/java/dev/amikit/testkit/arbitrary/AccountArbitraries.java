package dev.amikit.testkit.arbitrary;

import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Accounts: what AWS knows of them, and how they have set up EC2. */
public final class AccountArbitraries {
  private AccountArbitraries() {}

  /**
   * {@return accounts inside and outside of organizations, subscribed to nothing or to a few
   * products; now and then one of AWS or one that may use billing products}
   */
  public static Arbitrary<AccountProfile> accountProfiles() {
    return Combinators.combine(
            IdArbitraries.organizationPaths().optional(0.5),
            WordArbitraries.wordsOf(OwnerAlias.WORDS).optional(0.2),
            IdArbitraries.productCodes().map(ProductCode::productCodeId).set().ofMaxSize(2),
            Arbitraries.of(false, false, false, true))
        .as((path, alias, subscriptions, mayUseBillingProducts) -> AccountProfile.builder()
            .organizationPath(path)
            .ownerAlias(alias)
            .subscriptions(subscriptions)
            .mayUseBillingProducts(mayUseBillingProducts)
            .build())
        .withoutEdgeCases();
  }

  /**
   * {@return settings of new accounts and of others: block public access of every kind, Allowed
   * AMIs, declarative policies, encryption by default, keys with aliases, and keys of these that
   * cannot be used}
   */
  public static Arbitrary<AccountSettings> accountSettings() {
    return Combinators.combine(
            Arbitraries.of(BlockPublicAccess.BLOCK_NEW_SHARING, BlockPublicAccess.UNBLOCKED),
            Arbitraries.of(BlockPublicAccess.class),
            AllowedImagesArbitraries.allowedImagesSettings().optional(0.4),
            Arbitraries.of(false, false, false, true),
            Arbitraries.of(false, true),
            IdArbitraries.kmsKeysOfOneAccount(3),
            Arbitraries.of(false, true),
            Arbitraries.of(0, 0, 0, 1))
        .as((images, snapshots, allowed, managed, encrypting, keys, withOwnKey, unusable) -> {
          AccountSettings.Builder settings = AccountSettings.builder()
              .imageBlockPublicAccess(images)
              .snapshotBlockPublicAccess(snapshots)
              .managedByDeclarativePolicy(managed)
              .ebsEncryptionByDefault(encrypting)
              .unusableKmsKeys(keys.stream().limit(unusable).toList());
          allowed.ifPresent(settings::allowedImages);
          for (int i = 0; i < keys.size(); i++) {
            settings.putKmsAlias(i == 0 ? "golden" : "golden-" + i, keys.get(i));
          }
          if (withOwnKey && !keys.isEmpty()) {
            settings.ebsDefaultKmsKeyId(keys.get(0));
          }
          return settings.build();
        })
        .withoutEdgeCases();
  }
}
