package dev.amikit.testkit.arbitrary.registry;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.account.DisableEbsEncryptionByDefault;
import dev.amikit.registry.account.EnableEbsEncryptionByDefault;
import dev.amikit.registry.account.GetAllowedImagesSettings;
import dev.amikit.registry.account.GetEbsDefaultKmsKeyId;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.account.GetImageBlockPublicAccessState;
import dev.amikit.registry.account.GetSnapshotBlockPublicAccessState;
import dev.amikit.registry.account.ResetEbsDefaultKmsKeyId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.state.RegistryEvent;
import java.util.Collection;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Registries, what is asked of them and what happens in them. What a request is about is mostly
 * there, as it must be, and the caller's; now and then it is not, so that both answers and refusals
 * come.
 *
 * <pre>{@code
 * @Property
 * void my_registry_answers_alike(@ForAll Request<?> request) { … }
 *
 * @Provide
 * Arbitrary<Request<Return>> disabling() {
 *   return RegistryArbitraries.carriedOut(DisableImage.class);
 * }
 * }</pre>
 *
 * <p>A request shrinks in what it asks and in the world in which it does.
 */
public final class RegistryArbitraries {
  /** The operations that nothing can be wrong with; they name nothing, and are for everyone. */
  public static final ImmutableSet<Class<? extends Operation<?>>> NEVER_REFUSED = ImmutableSet.of(
      DisableEbsEncryptionByDefault.class,
      EnableEbsEncryptionByDefault.class,
      ResetEbsDefaultKmsKeyId.class,
      GetAllowedImagesSettings.class,
      GetEbsDefaultKmsKeyId.class,
      GetEbsEncryptionByDefault.class,
      GetImageBlockPublicAccessState.class,
      GetSnapshotBlockPublicAccessState.class);

  private RegistryArbitraries() {}

  /** {@return registries in which up to 16 things have happened} */
  public static Arbitrary<World> worlds() {
    return WorldArbitraries.worlds();
  }

  /** {@return the operations that requests are made of: all of EC2's and of the Recycle Bin's} */
  public static ImmutableSet<Class<? extends Operation<?>>> operations() {
    return OperationKind.all().keySet();
  }

  /** {@return requests of every operation, each as often as the others} */
  public static Arbitrary<Request<?>> requests() {
    return anyOf(operations()).map(WorldArbitraries.Asked::request);
  }

  /**
   * Returns requests of one operation.
   *
   * @param <R> what the operation answers with
   * @param <O> the operation
   * @param type the class of the operation
   * @return the requests
   * @throws IllegalArgumentException if it is none of {@linkplain #operations() those that there
   *     are}
   */
  public static <R, O extends Operation<R>> Arbitrary<Request<R>> requests(Class<O> type) {
    requireNonNull(type, "type");
    return asked(type).map(RegistryArbitraries::typed);
  }

  /** {@return requests of every operation that are carried out} */
  public static Arbitrary<Request<?>> carriedOut() {
    return requests().filter(RegistryArbitraries::isCarriedOut);
  }

  /**
   * Returns requests of one operation that are carried out.
   *
   * @param <R> what the operation answers with
   * @param <O> the operation
   * @param type the class of the operation
   * @return the requests
   * @throws IllegalArgumentException if it is none of {@linkplain #operations() those that there
   *     are}
   */
  public static <R, O extends Operation<R>> Arbitrary<Request<R>> carriedOut(Class<O> type) {
    return requests(type).filter(RegistryArbitraries::isCarriedOut);
  }

  /** {@return requests of every operation that are refused} */
  public static Arbitrary<Request<?>> refused() {
    return requests().filter(request -> !isCarriedOut(request));
  }

  /**
   * Returns requests of one operation that are refused, for any reason.
   *
   * @param <R> what the operation answers with
   * @param <O> the operation
   * @param type the class of the operation
   * @return the requests
   * @throws IllegalArgumentException if it is {@linkplain #NEVER_REFUSED never refused}, or none of
   *     {@linkplain #operations() those that there are}
   */
  public static <R, O extends Operation<R>> Arbitrary<Request<R>> refused(Class<O> type) {
    requireNonNull(type, "type");
    checkArgument(!NEVER_REFUSED.contains(type), "%s is never refused", type.getSimpleName());
    return requests(type).filter(request -> !isCarriedOut(request));
  }

  /** {@return images, each with a request that is about it and that its owner may make} */
  public static Arbitrary<ImageRequest> ownersRequests() {
    return anyOf(operations())
        .filter(RegistryArbitraries::isOfOwner)
        .map(asked -> new ImageRequest(image(asked), asked.request()))
        .filter(asked -> isCarriedOut(asked.request()));
  }

  /**
   * Returns what one operation answers.
   *
   * @param <R> what the operation answers with
   * @param <O> the operation
   * @param type the class of the operation
   * @return the answers
   * @throws IllegalArgumentException if it is none of {@linkplain #operations() those that there
   *     are}
   */
  public static <R, O extends Operation<R>> Arbitrary<R> answers(Class<O> type) {
    return carriedOut(type).map(request -> request.decide().orThrow());
  }

  /** {@return what comes of requests of every operation: answers and refusals} */
  public static Arbitrary<Outcome<?>> outcomes() {
    return requests().map(Request::decide);
  }

  /** {@return events of all kinds, as they happened in a world} */
  public static Arbitrary<RegistryEvent> events() {
    return FoundArbitraries.events();
  }

  /**
   * Returns events of one kind, as they happened in a world.
   *
   * @param <E> the kind
   * @param type the class of the events
   * @return the events
   * @throws IllegalArgumentException if there is no such kind
   */
  public static <E extends RegistryEvent> Arbitrary<E> events(Class<E> type) {
    return FoundArbitraries.events(requireNonNull(type, "type"));
  }

  /** {@return events of all kinds, and when and by whose call they happened} */
  public static Arbitrary<RecordedEvent> recordedEvents() {
    return FoundArbitraries.recordedEvents();
  }

  static boolean isCarriedOut(Request<?> request) {
    return request.decide() instanceof Outcome.Done;
  }

  /** Calls of operations, each as often as the others. */
  static Arbitrary<WorldArbitraries.Asked> anyOf(
      Collection<? extends Class<? extends Operation<?>>> types) {
    return Arbitraries.oneOf(types.stream()
        .map(type -> WorldArbitraries.asked(kind(type)))
        .collect(ImmutableList.toImmutableList()));
  }

  private static Arbitrary<WorldArbitraries.Asked> asked(Class<?> type) {
    return WorldArbitraries.asked(kind(type));
  }

  private static OperationKind kind(Class<?> type) {
    OperationKind kind = OperationKind.all().get(type);
    checkArgument(kind != null, "there is no operation %s", type.getSimpleName());
    return Objects.requireNonNull(kind);
  }

  @SuppressWarnings("unchecked") // operations of a class answer with what the class says
  private static <R> Request<R> typed(WorldArbitraries.Asked asked) {
    return (Request<R>) asked.request();
  }

  private static boolean isOfOwner(WorldArbitraries.Asked asked) {
    return asked
        .call()
        .imageId()
        .flatMap(id -> asked.world().state().image(asked.call().region(), id))
        .filter(ami -> ami.ownerId().equals(asked.call().caller()))
        .isPresent();
  }

  private static Ami image(WorldArbitraries.Asked asked) {
    return asked
        .world()
        .state()
        .image(asked.call().region(), asked.call().imageId().orElseThrow())
        .orElseThrow();
  }
}
