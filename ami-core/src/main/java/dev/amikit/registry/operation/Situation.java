package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.time.Times;
import java.time.Instant;

/**
 * That in which an operation is decided.
 *
 * @param state the partition as it is
 * @param caller the account that asks
 * @param region the Region that it asks
 * @param now the present time; one whose year has not four digits is the nearest that has
 * @param settings what the registry was built with
 */
public record Situation(
    PartitionState state, AccountId caller, Region region, Instant now, RegistrySettings settings) {
  /**
   * Refuses null, and keeps the time to what EC2 can write.
   *
   * @param state the partition as it is
   * @param caller the account that asks
   * @param region the Region that it asks
   * @param now the present time; one whose year has not four digits becomes the nearest that has
   * @param settings what the registry was built with
   */
  public Situation {
    requireNonNull(state, "state");
    requireNonNull(caller, "caller");
    requireNonNull(region, "region");
    requireNonNull(now, "now");
    requireNonNull(settings, "settings");
    now = Times.ofClock(now);
  }
}
