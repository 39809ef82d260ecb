package dev.amikit.registry.operation;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.state.PartitionState;
import java.time.Instant;

/**
 * That in which an operation is decided.
 *
 * @param state the partition as it is
 * @param caller the account that asks
 * @param region the Region that it asks
 * @param now the present time
 * @param settings what the registry was built with
 */
public record Situation(
    PartitionState state,
    AccountId caller,
    Region region,
    Instant now,
    RegistrySettings settings) {}
