package dev.amikit.registry.state;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OwnerAlias;
import java.util.Optional;
import org.immutables.value.Value;

/** What AWS knows of an account in every Region. */
@Value.Immutable
public abstract class AccountProfile {
  private static final AccountProfile ORDINARY = builder().build();

  AccountProfile() {}

  /** {@return where it stands in AWS Organizations; empty if it is in no organization} */
  public abstract Optional<OrganizationPath> organizationPath();

  /** {@return the name that AWS gives to the owner of its images} */
  public abstract Optional<OwnerAlias> ownerAlias();

  /** {@return the product codes that it is subscribed to} */
  public abstract ImmutableSet<String> subscriptions();

  /** {@return whether it may register images with billing products} */
  public abstract boolean mayUseBillingProducts();

  /** {@return an account in no organization, subscribed to nothing} */
  public static AccountProfile ordinary() {
    return ORDINARY;
  }

  /** {@return a builder of an ordinary account} */
  public static Builder builder() {
    return ImmutableAccountProfile.builder().mayUseBillingProducts(false);
  }

  /** {@return a builder with this profile} */
  public final Builder toBuilder() {
    return ImmutableAccountProfile.builder().from(this);
  }

  /** Builds an {@link AccountProfile}, at first that of an ordinary account. */
  public abstract static class Builder {
    Builder() {}

    /**
     * Sets where the account stands in AWS Organizations. Without it, it is in no organization.
     *
     * @param organizationPath the path
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder organizationPath(OrganizationPath organizationPath);

    /**
     * Sets the path, or none.
     *
     * @param organizationPath the path; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder organizationPath(Optional<? extends OrganizationPath> organizationPath);

    /**
     * Sets the name that AWS gives to the owner of the images of the account. Ordinary accounts
     * have none.
     *
     * @param ownerAlias the owner alias
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder ownerAlias(OwnerAlias ownerAlias);

    /**
     * Sets the owner alias, or none.
     *
     * @param ownerAlias the owner alias; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder ownerAlias(Optional<? extends OwnerAlias> ownerAlias);

    /**
     * Sets the product codes that the account is subscribed to.
     *
     * @param subscriptions the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder subscriptions(Iterable<String> subscriptions);

    /**
     * Adds a product code that the account is subscribed to.
     *
     * @param subscription the product code
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder addSubscription(String subscription);

    /**
     * Sets whether the account may register images with billing products.
     *
     * @param mayUseBillingProducts whether it may; at first it may not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public abstract Builder mayUseBillingProducts(boolean mayUseBillingProducts);

    /**
     * Returns the profile.
     *
     * @return the profile
     */
    public final AccountProfile build() {
      return make();
    }

    abstract Builder from(AccountProfile value);

    abstract AccountProfile make();
  }
}
