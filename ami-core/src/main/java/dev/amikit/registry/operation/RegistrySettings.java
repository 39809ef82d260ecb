package dev.amikit.registry.operation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.Region;
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

  /** {@return when work in the background ends} */
  public abstract CompletionPolicy completion();

  /**
   * {@return what is known of instance types; a launch on any other is not checked against its
   * type}
   */
  public abstract ImmutableMap<String, InstanceTypeInfo> instanceTypes();

  /** {@return a builder with EC2's quotas, scattered IDs, and work that ends at once} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with these settings} */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds {@link RegistrySettings}. */
  public static final class Builder extends ImmutableRegistrySettings.Builder {
    Builder() {
      ids(IdSource.scattered());
      quotas(Quotas.standard());
      completion(CompletionPolicy.atOnce());
    }
  }
}
