package dev.amikit.testkit.arbitrary.registry;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.page.Page;
import dev.amikit.registry.instance.VolumeAttachmentChange;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.VolumeState;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Tells jqwik how to make every public type of the registry: whole registries, their parts, what
 * happens in them, what is asked and what is answered; found by jqwik itself. What has a type
 * argument is made of the operations that answer with that type.
 */
public final class RegistryArbitraryProvider implements ArbitraryProvider {
  private static final ImmutableMap<Class<?>, Supplier<Arbitrary<?>>> ARBITRARIES =
      ImmutableMap.<Class<?>, Supplier<Arbitrary<?>>>builder()
          .putAll(FoundArbitraries.All.ARBITRARIES)
          .putAll(operations())
          .put(BillingProduct.class, SettingsArbitraries::billingProducts)
          .put(CompletionPolicy.class, SettingsArbitraries::completionPolicies)
          .put(IdSource.class, SettingsArbitraries::idSources)
          .put(InstanceTypeInfo.class, SettingsArbitraries::instanceTypes)
          .put(Quotas.class, SettingsArbitraries::quotas)
          .put(RegistrySettings.class, SettingsArbitraries::registrySettings)
          .put(TagSpecification.class, SettingsArbitraries::tagSpecifications)
          .put(InstanceState.class, () -> Arbitraries.of(InstanceState.class))
          .put(
              RetentionRule.ResourceType.class,
              () -> Arbitraries.of(RetentionRule.ResourceType.class))
          .put(
              RetentionRule.RuleLockState.class,
              () -> Arbitraries.of(RetentionRule.RuleLockState.class))
          .put(Return.class, () -> Arbitraries.of(Return.class))
          .put(Task.Kind.class, () -> Arbitraries.of(Task.Kind.class))
          .put(
              VolumeAttachmentChange.State.class,
              () -> Arbitraries.of(VolumeAttachmentChange.State.class))
          .put(VolumeState.class, () -> Arbitraries.of(VolumeState.class))
          .buildOrThrow();

  /** What has a type argument, by its class. */
  private static final ImmutableMap<Class<?>, Function<Request<?>, ?>> GENERIC =
      ImmutableMap.<Class<?>, Function<Request<?>, ?>>builder()
          .put(Request.class, request -> request)
          .put(Operation.class, Request::operation)
          .put(ReadOperation.class, Request::operation)
          .put(Listing.class, Request::operation)
          .put(Outcome.class, Request::decide)
          .put(Outcome.Done.class, Request::decide)
          .put(Outcome.Refused.class, Request::decide)
          .buildOrThrow();

  /** Made by jqwik. */
  public RegistryArbitraryProvider() {}

  private static ImmutableMap<Class<?>, Supplier<Arbitrary<?>>> operations() {
    return OperationKind.all().entrySet().stream()
        .collect(ImmutableMap.toImmutableMap(
            Map.Entry::getKey,
            kind -> () -> WorldArbitraries.asked(kind.getValue())
                .map(asked -> asked.call().operation())));
  }

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    requireNonNull(targetType, "targetType");
    return ARBITRARIES.containsKey(targetType.getRawType())
        || GENERIC.containsKey(targetType.getRawType());
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
    requireNonNull(targetType, "targetType");
    requireNonNull(subtypeProvider, "subtypeProvider");
    Supplier<Arbitrary<?>> arbitrary = ARBITRARIES.get(targetType.getRawType());
    return arbitrary == null ? generic(targetType) : Set.of(arbitrary.get());
  }

  /** {@return 1, to stand before what jqwik does with every enum} */
  @Override
  public int priority() {
    return 1;
  }

  private static Set<Arbitrary<?>> generic(TypeUsage target) {
    Class<?> raw = target.getRawType();
    List<Class<? extends Operation<?>>> types = OperationKind.all().keySet().stream()
        .filter(type -> !Operation.class.isAssignableFrom(raw) || raw.isAssignableFrom(type))
        .filter(type -> answers(type, target))
        .filter(type ->
            raw != Outcome.Refused.class || !RegistryArbitraries.NEVER_REFUSED.contains(type))
        .collect(ImmutableList.toImmutableList());
    return types.isEmpty()
        ? ImmutableSet.of()
        : ImmutableSet.of(RegistryArbitraries.anyOf(types)
            .map(WorldArbitraries.Asked::request)
            .<Object>map(request -> made(raw, request))
            .filter(raw::isInstance));
  }

  private static Object made(Class<?> raw, Request<?> request) {
    Function<Request<?>, ?> making = GENERIC.get(raw);
    checkArgument(making != null, "%s", raw);
    return requireNonNull(making.apply(request));
  }

  /** Whether the operations of a class answer with what the type argument says, if there is one. */
  private static boolean answers(Class<?> operation, TypeUsage target) {
    if (target.getTypeArguments().isEmpty()) {
      return true;
    }
    TypeUsage wanted = target.getTypeArguments().get(0);
    TypeUsage answer = answer(operation, target.isOfType(Listing.class));
    return wanted.isWildcard() || wanted.isTypeVariable()
        ? wanted.getRawType().isAssignableFrom(answer.getRawType())
        : answer.equals(wanted);
  }

  /** The answer of an operation, or an item of the pages that it answers with. */
  private static TypeUsage answer(Class<?> operation, boolean isItem) {
    ParameterizedType said = Arrays.stream(operation.getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(type -> Operation.class.isAssignableFrom((Class<?>) type.getRawType()))
        .findFirst()
        .orElseThrow();
    Type argument = said.getActualTypeArguments()[0];
    TypeUsage answer = TypeUsage.forType(argument);
    return said.getRawType() == Listing.class && !isItem
        ? TypeUsage.of(Page.class, answer)
        : answer;
  }
}
