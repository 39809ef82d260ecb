package dev.amikit.registry.state;

import com.google.common.collect.ImmutableSet;
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
    return new Builder();
  }

  /** {@return a builder with this profile} */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds an {@link AccountProfile}. */
  public static final class Builder extends ImmutableAccountProfile.Builder {
    Builder() {
      mayUseBillingProducts(false);
    }
  }
}
