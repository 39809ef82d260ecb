package dev.amikit.registry.state;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.VolumeId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The volumes of a Region, of all accounts. */
public final class Volumes {
  private static final Volumes EMPTY = new Volumes(HashMap.empty());

  private final Map<VolumeId, Volume> byId;

  private Volumes(Map<VolumeId, Volume> byId) {
    this.byId = byId;
  }

  static Volumes none() {
    return EMPTY;
  }

  /**
   * Returns a volume.
   *
   * @param id its ID
   * @return the volume; empty if there is none
   */
  public Optional<Volume> get(VolumeId id) {
    requireNonNull(id, "id");
    return byId.get(id).toJavaOptional();
  }

  /** {@return all volumes, in no order} */
  public Stream<Volume> all() {
    return byId.valuesIterator().toJavaStream();
  }

  /**
   * Returns the volumes of an account.
   *
   * @param owner the account
   * @return its volumes, by ID
   */
  public Stream<Volume> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return all()
        .filter(volume -> volume.ownerId().equals(owner))
        .sorted(comparing(Volume::volumeId));
  }

  Volumes with(Volume after) {
    return new Volumes(byId.put(after.volumeId(), after));
  }

  Volumes without(VolumeId id) {
    return new Volumes(byId.remove(id));
  }

  /** Two shelves are equal if they hold the same volumes. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Volumes volumes && byId.equals(volumes.byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }
}
