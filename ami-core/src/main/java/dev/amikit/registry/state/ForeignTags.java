package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.ResourceId;
import dev.amikit.tag.Tags;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.stream.Stream;

/** The tags that accounts attached to images and snapshots of others; nobody else sees them. */
public final class ForeignTags {
  private static final ForeignTags EMPTY = new ForeignTags(HashMap.empty());

  private final Map<ResourceId, Map<AccountId, Tags>> byResource;

  private ForeignTags(Map<ResourceId, Map<AccountId, Tags>> byResource) {
    this.byResource = byResource;
  }

  static ForeignTags none() {
    return EMPTY;
  }

  /**
   * Returns the tags of an account on a resource of another.
   *
   * @param account the account
   * @param resource the resource
   * @return its tags there
   */
  public Tags get(AccountId account, ResourceId resource) {
    requireNonNull(account, "account");
    requireNonNull(resource, "resource");
    return on(resource).getOrElse(account, Tags.none());
  }

  /**
   * Returns the resources of others that an account attached tags to.
   *
   * @param account the account
   * @return the resources, in no order
   */
  public Stream<ResourceId> taggedBy(AccountId account) {
    requireNonNull(account, "account");
    return byResource
        .iterator()
        .filter(entry -> entry._2.containsKey(account))
        .map(entry -> entry._1)
        .toJavaStream();
  }

  /** The accounts that attached tags to a resource. */
  Iterable<AccountId> taggersOf(ResourceId resource) {
    return on(resource).keySet();
  }

  ForeignTags with(AccountId account, ResourceId resource, Tags tags) {
    Map<AccountId, Tags> changed =
        tags.isEmpty() ? on(resource).remove(account) : on(resource).put(account, tags);
    return new ForeignTags(
        changed.isEmpty() ? byResource.remove(resource) : byResource.put(resource, changed));
  }

  ForeignTags without(ResourceId resource) {
    return byResource.containsKey(resource) ? new ForeignTags(byResource.remove(resource)) : this;
  }

  private Map<AccountId, Tags> on(ResourceId resource) {
    return byResource.getOrElse(resource, HashMap.empty());
  }

  /** Two shelves are equal if they hold the same tags. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ForeignTags tags && byResource.equals(tags.byResource);
  }

  @Override
  public int hashCode() {
    return byResource.hashCode();
  }
}
