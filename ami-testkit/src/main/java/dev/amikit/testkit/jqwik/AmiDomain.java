package dev.amikit.testkit.jqwik;

import dev.amikit.testkit.arbitrary.AmiArbitraryProvider;
import dev.amikit.testkit.arbitrary.registry.RegistryArbitraryProvider;
import java.util.List;
import net.jqwik.api.configurators.ArbitraryConfigurator;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.providers.ArbitraryProvider;

/**
 * The types of the library beside those that are made anyway, for {@code @Domain(AmiDomain.class)}:
 * where jqwik does not find the arbitraries by itself, or beside domains of one's own.
 */
@Domain(DomainContext.Global.class)
public final class AmiDomain implements DomainContext {
  /** Made by jqwik. */
  public AmiDomain() {}

  @Override
  public List<ArbitraryProvider> getArbitraryProviders() {
    return List.of(new AmiArbitraryProvider(), new RegistryArbitraryProvider());
  }

  @Override
  public List<ArbitraryConfigurator> getArbitraryConfigurators() {
    return List.of();
  }
}
