package dev.amikit.testkit.arbitrary.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.page.Page;
import dev.amikit.registry.Service;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.recyclebin.RetentionRules;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.api.PublicApi;
import dev.amikit.testkit.jqwik.AmiDomain;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

class RegistryTypesTest {
  /** What is not generated, and why. */
  private static final ImmutableMap<Class<?>, String> NOT_GENERATED = ImmutableMap.of(
      Service.class, "what EC2 and the Recycle Bin have in common; both are generated",
      RetentionRules.class, "a list of rules, of which there is one");

  /** The packages that list operations, and builders, through which every value has gone. */
  private static boolean isMachinery(Class<?> type) {
    return NOT_GENERATED.containsKey(type)
        || type.getSimpleName().equals("Builder")
        || type.getSimpleName().endsWith("Operations");
  }

  @Example
  @Tag("module-path")
  void every_public_type_of_the_registry_is_generated() throws IOException {
    List<Class<?>> types = new PublicApi(Ami.class.getModule())
        .types().stream()
            .filter(type -> (type.getPackageName() + ".").startsWith("dev.amikit.registry."))
            .filter(type -> !isMachinery(type))
            .toList();
    assertThat(types).hasSizeGreaterThan(200);
    assertThat(types).allSatisfy(RegistryTypesTest::assertGenerated);
  }

  /** By the one that is in the domain, too, before another that makes parts of one image. */
  private static void assertGenerated(Class<?> type) {
    TypeUsage target = TypeUsage.of(type);
    Optional<ArbitraryProvider> provider = new AmiDomain()
        .getArbitraryProviders().stream()
            .filter(one -> one.canProvideFor(target))
            .findFirst();
    assertThat(provider).as("what provides %s", type).isPresent();
    Set<Arbitrary<?>> arbitraries = provider.orElseThrow().provideFor(target, any -> Set.of());
    assertThat(arbitraries)
        .as("%s", type)
        .isNotEmpty()
        .allSatisfy(arbitrary -> assertThat(arbitrary.sampleStream().limit(2).toList())
            .as("%s", type)
            .allMatch(type::isInstance));
  }

  @Property(tries = 20)
  void every_type_is_there_without_wiring(
      @ForAll World world,
      @ForAll PartitionState state,
      @ForAll RegistryEvent event,
      @ForAll Task task,
      @ForAll CopyImage operation,
      @ForAll Situation situation,
      @ForAll Request<?> request,
      @ForAll ImageRequest ofImage,
      @ForAll String text) {
    assertThat(List.of(world, state, event, task, operation, situation, request, ofImage, text))
        .doesNotContainNull();
  }

  @Property(tries = 20)
  @Domain(AmiDomain.class)
  void what_has_a_type_argument_is_made_of_operations_with_that_answer(
      @ForAll Operation<ImageId> making,
      @ForAll Request<DeregistrationProtection> protecting,
      @ForAll Outcome<ImageId> made,
      @ForAll Outcome.Done<Page<Ami>> page,
      @ForAll Outcome.Refused<?> refused,
      @ForAll Listing<Ami> listing,
      @ForAll ReadOperation<?> reading) {
    assertThat(making.getClass().getPackageName()).startsWith("dev.amikit.registry");
    assertThat(making).isNotInstanceOf(DescribeImages.class);
    assertThat(protecting.operation().getClass().getSimpleName()).endsWith("Protection");
    assertThat(made.refusal().isPresent() || made.orThrow() != null).isTrue();
    assertThat(page.result().items()).allMatch(Ami.class::isInstance);
    assertThat(refused.refusal()).isPresent();
    assertThat(listing).isInstanceOf(DescribeImages.class);
    assertThat(reading).isNotInstanceOf(RegisterImage.class);
  }
}
