package dev.amikit.registry.state;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The instances of a Region, of all accounts, terminated ones as well. */
public final class Instances {
  private static final Instances EMPTY = new Instances(HashMap.empty());

  private final Map<InstanceId, Instance> byId;

  private Instances(Map<InstanceId, Instance> byId) {
    this.byId = byId;
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
    return byId.get(id).toJavaOptional();
  }

  /** {@return all instances, in no order} */
  public Stream<Instance> all() {
    return byId.valuesIterator().toJavaStream();
  }

  /**
   * Returns the instances of an account.
   *
   * @param owner the account
   * @return its instances, by ID
   */
  public Stream<Instance> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return all()
        .filter(instance -> instance.ownerId().equals(owner))
        .sorted(comparing(Instance::instanceId));
  }

  Instances with(Instance after) {
    return new Instances(byId.put(after.instanceId(), after));
  }

  Instances without(InstanceId id) {
    return new Instances(byId.remove(id));
  }

  /** Two shelves are equal if they hold the same instances. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Instances instances && byId.equals(instances.byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }
}
