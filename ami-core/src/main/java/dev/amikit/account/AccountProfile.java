package dev.amikit.account;

import static java.util.Objects.requireNonNull;

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
    return new Builder().mayUseBillingProducts(false);
  }

  /** {@return a builder with this profile} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link AccountProfile}, at first that of an ordinary account. */
  public static final class Builder {
    private final ImmutableAccountProfile.Builder members = new ImmutableAccountProfile.Builder();

    Builder() {}

    /**
     * Sets where the account stands in AWS Organizations. Without it, it is in no organization.
     *
     * @param organizationPath the path
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder organizationPath(OrganizationPath organizationPath) {
      members.organizationPath(organizationPath);
      return this;
    }

    /**
     * Sets the path, or none.
     *
     * @param organizationPath the path; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder organizationPath(Optional<? extends OrganizationPath> organizationPath) {
      requireNonNull(organizationPath, "organizationPath");
      members.organizationPath(organizationPath);
      return this;
    }

    /**
     * Sets the name that AWS gives to the owner of the images of the account. Ordinary accounts
     * have none.
     *
     * @param ownerAlias the owner alias
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerAlias(OwnerAlias ownerAlias) {
      members.ownerAlias(ownerAlias);
      return this;
    }

    /**
     * Sets the owner alias, or none.
     *
     * @param ownerAlias the owner alias; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ownerAlias(Optional<? extends OwnerAlias> ownerAlias) {
      requireNonNull(ownerAlias, "ownerAlias");
      members.ownerAlias(ownerAlias);
      return this;
    }

    /**
     * Sets the product codes that the account is subscribed to.
     *
     * @param subscriptions the product codes
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder subscriptions(Iterable<String> subscriptions) {
      requireNonNull(subscriptions, "subscriptions");
      members.subscriptions(subscriptions);
      return this;
    }

    /**
     * Adds a product code that the account is subscribed to.
     *
     * @param subscription the product code
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addSubscription(String subscription) {
      requireNonNull(subscription, "subscription");
      members.addSubscription(subscription);
      return this;
    }

    /**
     * Sets whether the account may register images with billing products.
     *
     * @param mayUseBillingProducts whether it may; at first it may not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder mayUseBillingProducts(boolean mayUseBillingProducts) {
      members.mayUseBillingProducts(mayUseBillingProducts);
      return this;
    }

    /**
     * Returns the profile.
     *
     * @return the profile
     */
    public AccountProfile build() {
      return members.build();
    }

    private Builder from(AccountProfile value) {
      members.from(value);
      return this;
    }
  }
}
