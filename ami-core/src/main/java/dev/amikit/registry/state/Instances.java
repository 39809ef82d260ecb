package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.store.Owned;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The instances of a Region, of all accounts, terminated ones as well. */
public final class Instances {
  private static final Instances EMPTY =
      new Instances(Owned.none(Instance::ownerId, Instance::instanceId), HashMap.empty());

  private final Owned<InstanceId, Instance> instances;

  /** How many an account has that are not terminated. */
  private final Map<AccountId, Integer> counts;

  private Instances(Owned<InstanceId, Instance> instances, Map<AccountId, Integer> counts) {
    this.instances = instances;
    this.counts = counts;
  }

  static Instances none() {
    return EMPTY;
  }

  /**
   * Returns an instance.
   *
   * @param id its ID
   * @return the instance; empty if there is none
   */
  public Optional<Instance> get(InstanceId id) {
    requireNonNull(id, "id");
    return instances.get(id);
  }

  /** {@return all instances, in no order} */
  public Stream<Instance> all() {
    return instances.all();
  }

  /**
   * Returns the instances of an account.
   *
   * @param owner the account
   * @return its instances, by ID
   */
  public Stream<Instance> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return instances.ownedBy(owner);
  }

  /**
   * Returns how many instances an account has that are not terminated.
   *
   * @param owner the account
   * @return their number
   */
  public int count(AccountId owner) {
    requireNonNull(owner, "owner");
    return counts.getOrElse(owner, 0);
  }

  Instances with(Instance after) {
    Optional<Instance> before = get(after.instanceId());
    return new Instances(
        instances.with(after), counted(after.ownerId(), one(Optional.of(after)) - one(before)));
  }

  Instances without(InstanceId id) {
    Optional<Instance> before = get(id);
    return before
        .map(gone -> new Instances(instances.without(id), counted(gone.ownerId(), -one(before))))
        .orElse(this);
  }

  private Map<AccountId, Integer> counted(AccountId owner, int more) {
    return more == 0 ? counts : counts.put(owner, count(owner) + more);
  }

  private static int one(Optional<Instance> instance) {
    return instance.isPresent() && instance.get().state() != InstanceState.TERMINATED ? 1 : 0;
  }

  /** Two shelves are equal if they hold the same instances. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Instances that && instances.equals(that.instances);
  }

  @Override
  public int hashCode() {
    return instances.hashCode();
  }
}
