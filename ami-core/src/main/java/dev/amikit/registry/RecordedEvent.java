package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.state.RegistryEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What a registry tells of something that has happened.
 *
 * @param sequence its number: 1 for the first event of the registry, one more for each next one
 * @param at when it was recorded, by the clock of the registry; what the clock brought about may
 *     have been due earlier
 * @param caller the account whose operation brought it about; empty for the clock and for AWS
 * @param event what has happened
 */
public record RecordedEvent(
    long sequence, Instant at, Optional<AccountId> caller, RegistryEvent event) {
  /**
   * Refuses null.
   *
   * @param sequence its number: 1 for the first event of the registry, one more for each next one
   * @param at when it was recorded, by the clock of the registry
   * @param caller the account whose operation brought it about; empty for the clock and for AWS
   * @param event what has happened
   */
  public RecordedEvent {
    requireNonNull(at, "at");
    requireNonNull(caller, "caller");
    requireNonNull(event, "event");
  }

  /** {@return the Region in which it happened; empty if it concerns the partition} */
  public Optional<Region> region() {
    return event instanceof RegistryEvent.InRegion in ? Optional.of(in.region()) : Optional.empty();
  }
}
