package dev.amikit.awssdk.rbin;

import static java.util.Objects.requireNonNull;

import dev.amikit.awssdk.InProcessHttpClient;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;

/**
 * Makes the HTTP client with which the SDK's client for the Recycle Bin asks a registry in the same
 * process.
 *
 * <pre>{@code
 * RbinClient rbin = RbinClient.builder()
 *     .httpClient(RecycleBinHttp.client(registry, "111122223333", Region.US_EAST_1))
 *     .region(software.amazon.awssdk.regions.Region.US_EAST_1)
 *     .credentialsProvider(AnonymousCredentialsProvider.create())
 *     .build();
 * }</pre>
 *
 * <p>It is for {@code RbinAsyncClient} as well. Who asks, and where, is what the HTTP client was
 * made for, whatever the Region and the credentials of the SDK's client, which has to have some.
 */
public final class RecycleBinHttp {
  private RecycleBinHttp() {}

  /**
   * Returns the HTTP client of an account in a Region.
   *
   * @param registry the registry
   * @param account the account, 12 digits
   * @param region the Region
   * @return the HTTP client
   */
  public static InProcessHttpClient client(
      InMemoryAmiRegistry registry, String account, Region region) {
    requireNonNull(account, "account");
    return client(RecycleBinProtocol.of(registry), AccountId.of(account), region);
  }

  /**
   * Returns the HTTP client of an account in a Region.
   *
   * @param protocol what answers, such as one over a registry of one's own
   * @param account the account
   * @param region the Region
   * @return the HTTP client
   */
  public static InProcessHttpClient client(
      RecycleBinProtocol protocol, AccountId account, Region region) {
    requireNonNull(protocol, "protocol");
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    return InProcessHttpClient.of((request, body) -> protocol.answer(
        account,
        region,
        request.method().name(),
        request.encodedPath()
            + request.encodedQueryParameters().map(query -> "?" + query).orElse(""),
        body));
  }
}
