package dev.amikit.testkit.ec2;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Aws;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.RegistrySettings;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Hands each test of JUnit Jupiter an EC2 of its own.
 *
 * <pre>{@code
 * @ExtendWith(TestEc2Extension.class)
 * class PipelineTest {
 *   @Test
 *   void shares_what_it_bakes(
 *       @Account("111122223333") Ec2 bakery, @Account("444455556666") Ec2 production, TestEc2 aws) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>A parameter of a test, of {@code @BeforeEach} or of {@code @AfterEach} may be a
 * {@link TestEc2}, a {@link MovableClock}, an {@link InMemoryAmiRegistry} or {@link Aws}; or, for
 * the {@link Account} that its annotation tells, an {@link Ec2} or a {@link RecycleBin}; or a
 * client that a {@link ClientProvider} makes, such as the {@code Ec2Client} of the AWS SDK where
 * {@code ami-aws-sdk} is on the path. A field that is annotated with {@link Account} is set to the
 * same before each test. All that one test gets is of one registry, and no other test sees it:
 * tests may run in parallel, but for such a field of an instance that is one for all tests.
 *
 * <p>An EC2 with settings of its own is had by
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestEc2Extension EC2 =
 *     TestEc2Extension.with(it -> it.completion(CompletionPolicy.after(Duration.ofHours(1))));
 * }</pre>
 *
 * <p>With {@link Untidy} on a test or a class that EC2 is untidy: a test of one's own code against
 * a tidy and an untidy EC2 is one annotation apart.
 *
 * <p>On the module path a package with such fields has to be open to this module.
 */
public final class TestEc2Extension
    implements ParameterResolver,
        BeforeEachCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  private static final String SEED = "seed";
  private static final Namespace NAMESPACE = Namespace.create(TestEc2Extension.class);

  private final RegistrySettings settings;

  /** Hands out an EC2 in which work ends at once. */
  public TestEc2Extension() {
    this(RegistrySettings.builder().ids(IdSource.counting()).build());
  }

  private TestEc2Extension(RegistrySettings settings) {
    this.settings = settings;
  }

  /**
   * Returns an extension that hands out an EC2 with settings of its own.
   *
   * @param settings sets what is to be otherwise: Regions, quotas, when work ends
   * @return the extension
   */
  public static TestEc2Extension with(UnaryOperator<RegistrySettings.Builder> settings) {
    requireNonNull(settings, "settings");
    return new TestEc2Extension(
        settings.apply(RegistrySettings.builder().ids(IdSource.counting())).build());
  }

  /** Sets the fields that are annotated with {@link Account}. */
  @Override
  public void beforeEach(ExtensionContext context) throws IllegalAccessException {
    requireNonNull(context, "context");
    for (Object test : context.getRequiredTestInstances().getAllInstances()) {
      for (Class<?> type = test.getClass(); type != Object.class; type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (field.isAnnotationPresent(Account.class)) {
            set(field, test, context);
          }
        }
      }
    }
  }

  private void set(Field field, Object test, ExtensionContext context)
      throws IllegalAccessException {
    Object value = found(field.getType(), field, context)
        .orElseThrow(() -> new ParameterResolutionException(
            field + " is annotated with @Account, and is neither EC2 nor a client of it"))
        .get();
    if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
      throw new ParameterResolutionException(
          field + " is annotated with @Account, and must be neither static nor final");
    }
    if (isSharedByTestsAtOnce(context)) {
      throw new ParameterResolutionException(field
          + " is annotated with @Account, and is shared by tests that run at once: take a"
          + " parameter");
    }
    field.setAccessible(true);
    field.set(test, value);
  }

  private static boolean isSharedByTestsAtOnce(ExtensionContext context) {
    return context.getExecutionMode() == ExecutionMode.CONCURRENT
        && context
            .getTestInstanceLifecycle()
            .filter(Lifecycle.PER_CLASS::equals)
            .isPresent();
  }

  /** {@return whether a parameter is one that a test can be handed} */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    requireNonNull(parameter, "parameter");
    requireNonNull(context, "context");
    return found(parameter.getParameter().getType(), parameter.getParameter(), context)
        .isPresent();
  }

  /** {@return what the test is handed for a parameter} */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    requireNonNull(parameter, "parameter");
    requireNonNull(context, "context");
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException("each test has an EC2 of its own: take it in the test,"
          + " in @BeforeEach or in @AfterEach");
    }
    return found(parameter.getParameter().getType(), parameter.getParameter(), context)
        .orElseThrow()
        .get();
  }

  private Optional<Supplier<?>> found(
      Class<?> type, AnnotatedElement place, ExtensionContext context) {
    if (type == TestEc2.class) {
      return Optional.of(() -> aws(context));
    }
    if (type == MovableClock.class) {
      return Optional.of(() -> aws(context).clock());
    }
    if (type == InMemoryAmiRegistry.class) {
      return Optional.of(() -> aws(context).registry());
    }
    if (type == Aws.class) {
      return Optional.of(() -> aws(context).aws());
    }
    if (type == Ec2.class) {
      return Optional.of(() -> aws(context).as(account(place), region(place)));
    }
    if (type == RecycleBin.class) {
      return Optional.of(() -> aws(context).recycleBin(account(place), region(place)));
    }
    return providers().stream()
        .filter(provider -> provider.makes(type))
        .<Supplier<?>>map(
            provider -> () -> provider.client(type, aws(context), account(place), region(place)))
        .findFirst();
  }

  private static ImmutableList<ClientProvider> providers() {
    return ImmutableList.copyOf(ServiceLoader.load(ClientProvider.class));
  }

  private TestEc2 aws(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    TestEc2 present = store.get(context.getUniqueId(), TestEc2.class);
    if (present != null) {
      return present;
    }
    TestEc2 tidy = TestEc2.of(settings);
    TestEc2 fresh = untidiness(context).map(tidy::untidy).orElse(tidy);
    store.put(context.getUniqueId(), fresh);
    return fresh;
  }

  /** How untidy the EC2 of a test is; empty if it is tidy. */
  private static Optional<Untidiness> untidiness(ExtensionContext context) {
    return context
        .getElement()
        .flatMap(test -> Optional.ofNullable(test.getAnnotation(Untidy.class)))
        .or(() -> context.getTestClass().flatMap(TestEc2Extension::ofClass))
        .map(asked -> {
          ExtensionContext.Store store = context.getStore(NAMESPACE);
          Long drawn = store.get(SEED, Long.class);
          long seed = asked.seed() != 0
              ? asked.seed()
              : drawn != null ? drawn : ThreadLocalRandom.current().nextLong();
          store.put(SEED, seed);
          return Untidiness.ofSeed(seed);
        });
  }

  private static Optional<Untidy> ofClass(Class<?> type) {
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      if (outer.isAnnotationPresent(Untidy.class)) {
        return Optional.of(outer.getAnnotation(Untidy.class));
      }
    }
    return Optional.empty();
  }

  /** Tells the seed by which a test that failed can be repeated, beside the failure. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withSeed(context, failure);
  }

  /** Tells the seed likewise, of what failed before a test. */
  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withSeed(context, failure);
  }

  /** Tells the seed likewise, of what failed after a test. */
  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withSeed(context, failure);
  }

  private static Throwable withSeed(ExtensionContext context, Throwable failure) {
    requireNonNull(context, "context");
    requireNonNull(failure, "failure");
    Long seed = context.getStore(NAMESPACE).get(SEED, Long.class);
    if (seed != null) {
      failure.addSuppressed(
          new AssertionError("EC2 was untidy: repeat with @Untidy(seed = " + seed + "L)"));
    }
    return failure;
  }

  private static AccountId account(AnnotatedElement place) {
    return AccountId.of(asked(place).map(Account::value).orElse("111122223333"));
  }

  private static Region region(AnnotatedElement place) {
    return asked(place).map(Account::region).map(Region::of).orElse(TestEc2.HOME);
  }

  private static Optional<Account> asked(AnnotatedElement place) {
    return Optional.ofNullable(place.getAnnotation(Account.class));
  }
}
