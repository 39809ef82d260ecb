package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2AsyncClientBuilder;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.waiters.Ec2AsyncWaiter;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/**
 * Makes the SDK's own EC2 clients, whose calls a registry answers in the same process: for tests of
 * code that calls EC2.
 *
 * <pre>{@code
 * Ec2Client ec2 = Ec2Clients.of(registry).client("111122223333", Region.US_EAST_1);
 * }</pre>
 *
 * <p>All between the code and the registry is the SDK's: marshalling, interceptors, retries,
 * paginators, waiters and exceptions. Nothing goes over a network, and no file of the user's is
 * read: an account is who its clients say it is. Which operations are answered,
 * {@link QueryProtocol#actions()} tells.
 *
 * <p>Waiters sleep between polls, as always, unless {@linkplain #waiting time is moved} instead.
 */
public final class Ec2Clients {
  /** The time between the polls of EC2's waiters for images, snapshots, instances and volumes. */
  private static final Duration DELAY = Duration.ofSeconds(15);

  private final QueryProtocol protocol;
  private final Optional<Consumer<Duration>> passing;

  private Ec2Clients(QueryProtocol protocol, Optional<Consumer<Duration>> passing) {
    this.protocol = protocol;
    this.passing = passing;
  }

  /**
   * Returns what makes clients of a registry.
   *
   * @param registry the registry
   * @return what makes its clients
   */
  public static Ec2Clients of(InMemoryAmiRegistry registry) {
    requireNonNull(registry, "registry");
    return of(QueryProtocol.of(registry));
  }

  /**
   * Returns what makes clients of a protocol, such as one over a registry of one's own.
   *
   * @param protocol what answers
   * @return what makes its clients
   */
  public static Ec2Clients of(QueryProtocol protocol) {
    requireNonNull(protocol, "protocol");
    return new Ec2Clients(protocol, Optional.empty());
  }

  /**
   * Returns the same with clients whose waiters do not sleep: where they would, for 15 seconds from
   * one poll to the next, the registry's clock is told to pass that time, and work that is due ends
   * before the next poll.
   *
   * @param passing moves the clock of the registry, such as {@code clock::pass}
   * @return what makes clients that move time
   */
  public Ec2Clients waiting(Consumer<Duration> passing) {
    requireNonNull(passing, "passing");
    return new Ec2Clients(protocol, Optional.of(passing));
  }

  /**
   * Returns a client of an account in a Region.
   *
   * @param account the account, 12 digits
   * @param region the Region
   * @return the client
   */
  public Ec2Client client(String account, Region region) {
    requireNonNull(account, "account");
    return client(AccountId.of(account), region);
  }

  /**
   * Returns a client of an account in a Region.
   *
   * @param account the account
   * @param region the Region
   * @return the client
   */
  public Ec2Client client(AccountId account, Region region) {
    return client(account, region, builder -> {});
  }

  /**
   * Returns a client of an account in a Region, set up as one's own are: interceptors, retries,
   * time limits.
   *
   * @param account the account
   * @param region the Region
   * @param setUp what else the client is to have
   * @return the client
   */
  public Ec2Client client(AccountId account, Region region, Consumer<Ec2ClientBuilder> setUp) {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    requireNonNull(setUp, "setUp");
    Ec2ClientBuilder builder =
        ofThisProcess(Ec2Client.builder(), account, region).httpClient(http(account, region));
    setUp.accept(builder);
    return movingTime(
        Ec2Client.class,
        builder.build(),
        client ->
            Ec2Waiter.builder().client(client).overrideConfiguration(instead()).build());
  }

  /**
   * Returns a client of an account in a Region that answers later; its futures are complete when
   * the call returns, or soon after.
   *
   * @param account the account, 12 digits
   * @param region the Region
   * @return the client
   */
  public Ec2AsyncClient asyncClient(String account, Region region) {
    requireNonNull(account, "account");
    return asyncClient(AccountId.of(account), region);
  }

  /**
   * Returns a client of an account in a Region that answers later; its futures are complete when
   * the call returns, or soon after.
   *
   * @param account the account
   * @param region the Region
   * @return the client
   */
  public Ec2AsyncClient asyncClient(AccountId account, Region region) {
    return asyncClient(account, region, builder -> {});
  }

  /**
   * Returns a client of an account in a Region that answers later, set up as one's own are.
   *
   * @param account the account
   * @param region the Region
   * @param setUp what else the client is to have
   * @return the client
   */
  public Ec2AsyncClient asyncClient(
      AccountId account, Region region, Consumer<Ec2AsyncClientBuilder> setUp) {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    requireNonNull(setUp, "setUp");
    Ec2AsyncClientBuilder builder = ofThisProcess(Ec2AsyncClient.builder(), account, region)
        .asyncConfiguration(configuration -> configuration.advancedOption(
            SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
        .httpClient(http(account, region));
    setUp.accept(builder);
    return movingTime(
        Ec2AsyncClient.class,
        builder.build(),
        client -> Ec2AsyncWaiter.builder()
            .client(client)
            .overrideConfiguration(instead())
            .build());
  }

  private InProcessHttpClient http(AccountId account, Region region) {
    return InProcessHttpClient.of((request, body) -> protocol.answer(
        account, region, body.isEmpty() ? request.encodedQueryParameters().orElse("") : body));
  }

  private static <B extends AwsClientBuilder<B, ?>> B ofThisProcess(
      B builder, AccountId account, Region region) {
    return builder
        .region(software.amazon.awssdk.regions.Region.of(region.toString()))
        .credentialsProvider(StaticCredentialsProvider.create(
            AwsBasicCredentials.create(account.toString(), "amikit")))
        .overrideConfiguration(configuration -> configuration
            .defaultProfileFile(ProfileFile.aggregator().build())
            .defaultProfileName("default"));
  }

  private WaiterOverrideConfiguration instead() {
    return WaiterOverrideConfiguration.builder()
        .backoffStrategyV2(attempt -> {
          passing.orElseThrow().accept(DELAY);
          return Duration.ZERO;
        })
        .build();
  }

  /**
   * Returns a client with a waiter of another making. The SDK has no class for a client that does
   * one thing otherwise; its interface has some two thousand methods.
   */
  private <C> C movingTime(Class<C> type, C client, Function<C, ?> waiter) {
    if (passing.isEmpty()) {
      return client;
    }
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          if (method.getName().equals("waiter")) {
            return waiter.apply(type.cast(proxy));
          }
          try {
            return method.invoke(client, arguments);
          } catch (InvocationTargetException thrown) {
            throw requireNonNull(thrown.getCause());
          }
        }));
  }
}
