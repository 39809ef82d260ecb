package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.store.Owned;
import java.util.Optional;
import java.util.stream.Stream;

/** The volumes of a Region, of all accounts. */
public final class Volumes {
  private static final Volumes EMPTY = new Volumes(Owned.none(Volume::ownerId, Volume::volumeId));

  private final Owned<VolumeId, Volume> volumes;

  private Volumes(Owned<VolumeId, Volume> volumes) {
    this.volumes = volumes;
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
    return volumes.get(id);
  }

  /** {@return all volumes, in no order} */
  public Stream<Volume> all() {
    return volumes.all();
  }

  /**
   * Returns the volumes of an account.
   *
   * @param owner the account
   * @return its volumes, by ID
   */
  public Stream<Volume> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return volumes.ownedBy(owner);
  }

  Volumes with(Volume after) {
    return new Volumes(volumes.with(after));
  }

  Volumes without(VolumeId id) {
    return new Volumes(volumes.without(id));
  }

  /** Two shelves are equal if they hold the same volumes. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Volumes that && volumes.equals(that.volumes);
  }

  @Override
  public int hashCode() {
    return volumes.hashCode();
  }
}
