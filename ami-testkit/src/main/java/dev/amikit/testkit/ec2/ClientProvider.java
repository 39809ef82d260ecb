package dev.amikit.testkit.ec2;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;

/**
 * Makes clients of another kind that work on a {@link TestEc2}, such as those of an SDK, so that
 * tests can ask for them. Providers are found by {@link java.util.ServiceLoader}.
 */
public interface ClientProvider {
  /**
   * Tells whether it makes clients of a type.
   *
   * @param type the type
   * @return whether it does
   */
  boolean makes(Class<?> type);

  /**
   * Returns a client.
   *
   * @param <T> the type of the client
   * @param type the type, of which it makes clients
   * @param aws where the client is to work
   * @param account whose it is
   * @param region the Region that it calls
   * @return the client
   */
  <T> T client(Class<T> type, TestEc2 aws, AccountId account, Region region);
}
