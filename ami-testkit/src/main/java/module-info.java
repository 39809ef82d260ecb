import dev.amikit.testkit.arbitrary.AmiArbitraryProvider;
import dev.amikit.testkit.arbitrary.registry.RegistryArbitraryProvider;
import net.jqwik.api.providers.ArbitraryProvider;

/**
 * What tests need that deal with Amazon Machine Images. Start at
 * {@link dev.amikit.testkit.ec2.TestEc2} for an EC2 with a clock to move, at
 * {@link dev.amikit.testkit.arbitrary.AmiArbitraries} for generated values, at
 * {@link dev.amikit.testkit.arbitrary.registry.RegistryArbitraries} for generated registries, at
 * {@link dev.amikit.testkit.assertion.AmiAssertions} for assertions, and at
 * {@link dev.amikit.testkit.fixture.Amis} for a few images with names.
 *
 * <p>An arrow means "imports". Each package stands above those that it imports; those that import
 * the library alone have no line.
 *
 * <pre>
 * contract → { arbitrary, assertion, ec2, fixture, member, registry }
 * jqwik → { arbitrary, arbitrary.registry }
 * arbitrary.breaker → { arbitrary, arbitrary.registry, fixture, registry }
 * arbitrary.registry → { arbitrary, ec2, registry }
 * registry → { ec2 }
 * ec2 → { fixture }
 * assertion → { member }
 * </pre>
 *
 * <p>The tests of whole images, snapshots and registries stand in this module too, since they need
 * its generators; for those of registries there is a package that is not exported.
 */
@SuppressWarnings("module") // the bridge to the AWS SDK, which is built later
module dev.amikit.testkit {
  requires transitive dev.amikit.core;
  requires transitive net.jqwik.api;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;
  requires static com.google.errorprone.annotations;

  exports dev.amikit.testkit.arbitrary;
  exports dev.amikit.testkit.arbitrary.breaker;
  exports dev.amikit.testkit.arbitrary.registry;
  exports dev.amikit.testkit.assertion;
  exports dev.amikit.testkit.contract;
  exports dev.amikit.testkit.ec2;
  exports dev.amikit.testkit.fixture;
  exports dev.amikit.testkit.jqwik;
  exports dev.amikit.testkit.registry to
      dev.amikit.awssdk;

  uses dev.amikit.testkit.ec2.ClientProvider;

  provides ArbitraryProvider with
      AmiArbitraryProvider,
      RegistryArbitraryProvider;
}
