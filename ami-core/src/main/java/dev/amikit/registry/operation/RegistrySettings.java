package dev.amikit.registry.operation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.Region;
import dev.amikit.registry.state.Task;
import java.util.EnumMap;
import java.util.Map;
import org.immutables.value.Value;

/** What a registry is built with. */
@Value.Immutable
public abstract class RegistrySettings {
  RegistrySettings() {}

  /** {@return the Regions that there are; empty for every well-formed one} */
  public abstract ImmutableSet<Region> regions();

  /** {@return how new IDs look} */
  public abstract IdSource ids();

  /** {@return what accounts can have} */
  public abstract Quotas quotas();

  /** {@return when and how work in the background ends, for each kind of work} */
  public abstract ImmutableMap<Task.Kind, CompletionPolicy> completion();

  /**
   * {@return what is known of instance types; a launch on any other is not checked against its
   * type}
   */
  public abstract ImmutableMap<String, InstanceTypeInfo> instanceTypes();

  /**
   * Returns when and how work of a kind ends.
   *
   * @param kind the kind, which {@linkplain Task.Kind#isWork() is work}
   * @return the policy
   * @throws IllegalArgumentException if the kind is no work
   */
  public final CompletionPolicy completion(Task.Kind kind) {
    requireWork(kind);
    return requireNonNull(completion().get(kind));
  }

  private static void requireWork(Task.Kind kind) {
    requireNonNull(kind, "kind");
    checkArgument(kind.isWork(), "%s is no work, and comes to its end by itself", kind);
  }

  /**
   * {@return what is billed for billing products, by their codes; an image that is registered with
   * any other has it as a product code}
   */
  public abstract ImmutableMap<String, BillingProduct> billingProducts();

  /** {@return whether Linux images that are made, and are not paid, are in the free tier} */
  public abstract boolean freeTierEligible();
  /**
   * {@return the images that parameters of Systems Manager hold, by Region and parameter: those
   * that AWS publishes and those of accounts alike, each version that is asked for on its own}
   */
  public abstract ImmutableTable<Region, ImageParameter, ImageId> imageParameters();

  /** {@return a builder with EC2's quotas, scattered IDs, and work that ends at once} */
  public static Builder builder() {
    return new Builder()
        .ids(IdSource.scattered())
        .quotas(Quotas.standard())
        .freeTierEligible(true)
        .imageParameters(ImmutableTable.of())
        .completion(CompletionPolicy.atOnce());
  }

  /** {@return a builder with these settings} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * Builds {@link RegistrySettings}, at first with EC2's quotas, scattered IDs, and work that ends
   * at once.
   */
  public static final class Builder {
    private final ImmutableRegistrySettings.Builder members =
        new ImmutableRegistrySettings.Builder();
    private final EnumMap<Task.Kind, CompletionPolicy> completion = new EnumMap<>(Task.Kind.class);

    Builder() {}

    /**
     * Sets the Regions that there are. Without any there is every well-formed one.
     *
     * @param regions the Regions
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder regions(Iterable<? extends Region> regions) {
      requireNonNull(regions, "regions");
      members.regions(regions);
      return this;
    }

    /**
     * Adds a Region that there is.
     *
     * @param region the Region
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addRegion(Region region) {
      requireNonNull(region, "region");
      members.addRegion(region);
      return this;
    }

    /**
     * Sets how new IDs look.
     *
     * @param ids the source of IDs; at first {@link IdSource#scattered()}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ids(IdSource ids) {
      members.ids(ids);
      return this;
    }

    /**
     * Sets what accounts can have.
     *
     * @param quotas the quotas; at first {@link Quotas#standard()}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder quotas(Quotas quotas) {
      members.quotas(quotas);
      return this;
    }

    /**
     * Sets when and how work of every kind ends, whatever was set before. But an image is
     * registered without anything being copied: that takes no time, even if all else takes some.
     *
     * @param policy the policy; at first {@link CompletionPolicy#atOnce()}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder completion(CompletionPolicy policy) {
      requireNonNull(policy, "policy");
      for (Task.Kind kind : Task.Kind.values()) {
        if (kind.isWork()) {
          completion.put(kind, policy);
        }
      }
      return completion(Task.Kind.IMAGE_REGISTRATION, policy.withoutDelay());
    }

    /**
     * Sets when and how work of one kind ends.
     *
     * @param kind the kind, which {@linkplain Task.Kind#isWork() is work}
     * @param policy its policy
     * @return this builder
     * @throws IllegalArgumentException if the kind is no work
     */
    @CanIgnoreReturnValue
    public Builder completion(Task.Kind kind, CompletionPolicy policy) {
      requireWork(kind);
      requireNonNull(policy, "policy");
      completion.put(kind, policy);
      return this;
    }

    /**
     * Sets what is known of instance types. A launch on any other is not checked against its type.
     *
     * @param instanceTypes what is known, by name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instanceTypes(Map<String, ? extends InstanceTypeInfo> instanceTypes) {
      requireNonNull(instanceTypes, "instanceTypes");
      members.instanceTypes(instanceTypes);
      return this;
    }

    /**
     * Adds what is known of an instance type.
     *
     * @param name the name, such as {@code m7g.large}
     * @param instanceType what is known of it
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder putInstanceType(String name, InstanceTypeInfo instanceType) {
      requireNonNull(name, "name");
      requireNonNull(instanceType, "instanceType");
      members.putInstanceType(name, instanceType);
      return this;
    }

    /**
     * Sets what is billed for billing products. An image that is registered with any other has it
     * as a product code.
     *
     * @param billingProducts what is billed, by the codes of the products
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder billingProducts(Map<String, ? extends BillingProduct> billingProducts) {
      requireNonNull(billingProducts, "billingProducts");
      members.billingProducts(billingProducts);
      return this;
    }

    /**
     * Adds what is billed for a billing product.
     *
     * @param code the code of the product, such as {@code bp-6ba54002}
     * @param billingProduct what is billed
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder putBillingProduct(String code, BillingProduct billingProduct) {
      requireNonNull(code, "code");
      requireNonNull(billingProduct, "billingProduct");
      members.putBillingProduct(code, billingProduct);
      return this;
    }

    /**
     * Sets whether Linux images that are registered, and are not paid, are in the free tier.
     *
     * @param freeTierEligible whether they are; at first they are
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder freeTierEligible(boolean freeTierEligible) {
      members.freeTierEligible(freeTierEligible);
      return this;
    }

    /**
     * Sets the images that parameters of Systems Manager hold, which launches may name instead of
     * an image.
     *
     * @param imageParameters the images, by Region and parameter; at first none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageParameters(
        ImmutableTable<Region, ImageParameter, ImageId> imageParameters) {
      members.imageParameters(imageParameters);
      return this;
    }

    /**
     * Returns the settings.
     *
     * @return the settings
     */
    public RegistrySettings build() {
      return members.completion(completion).build();
    }

    private Builder from(RegistrySettings value) {
      members.from(value);
      completion.putAll(value.completion());
      return this;
    }
  }
}
