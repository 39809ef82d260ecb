package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.page.Page;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;

/** A service as one account sees it in one Region: whoever has one asks it for operations. */
public interface Service {
  /** {@return the account that asks} */
  AccountId caller();

  /** {@return the Region that is asked} */
  Region region();

  /**
   * Carries out an operation.
   *
   * @param <R> what the operation answers with
   * @param operation the operation
   * @return the answer
   * @throws dev.amikit.rule.RefusedException if it is refused
   */
  @CanIgnoreReturnValue
  <R> R call(Operation<R> operation);

  /**
   * Asks for all pages of a list.
   *
   * @param <T> what is listed
   * @param listing the request for the first page
   * @return all that is listed, page after page
   * @throws dev.amikit.rule.RefusedException if it is refused
   */
  default <T> ImmutableList<T> all(Listing<T> listing) {
    requireNonNull(listing, "listing");
    ImmutableList.Builder<T> all = ImmutableList.builder();
    Page<T> page = call(listing);
    all.addAll(page.items());
    while (page.nextToken().isPresent()) {
      page = call(listing.on(listing.page().after(page.nextToken().get())));
      all.addAll(page.items());
    }
    return all.build();
  }
}
