package dev.amikit.testkit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Task;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What a {@link History} needs of a registry. That of the library is one, {@linkplain #inMemory in
 * memory}; whoever has another implements this for it, and all that is said of histories can be
 * asked of it.
 */
public interface RegistryUnderTest {
  /** Makes registries. */
  @FunctionalInterface
  interface Factory {
    /**
     * Returns an empty registry.
     *
     * @param clock what tells the time
     * @param settings Regions, IDs, quotas, completion
     * @return the registry
     */
    RegistryUnderTest create(Clock clock, RegistrySettings settings);
  }

  /**
   * Returns an empty registry of the library.
   *
   * @param clock what tells the time
   * @param settings Regions, IDs, quotas, completion
   * @return the registry
   */
  static RegistryUnderTest inMemory(Clock clock, RegistrySettings settings) {
    requireNonNull(clock, "clock");
    requireNonNull(settings, "settings");
    return inMemory(InMemoryAmiRegistry.create(clock, settings));
  }

  /**
   * Returns a registry of the library, to be made histories in.
   *
   * @param registry the registry
   * @return the same registry
   */
  static RegistryUnderTest inMemory(InMemoryAmiRegistry registry) {
    return new InMemory(requireNonNull(registry, "registry"));
  }

  /**
   * Returns EC2 as an account sees it in a Region. It answers to every operation, those on the
   * Recycle Bin too.
   *
   * @param account the account
   * @param region the Region
   * @return EC2 there
   */
  Ec2 as(AccountId account, Region region);

  /** {@return all that there is now, with what the clock has made due} */
  PartitionState state();

  /**
   * Goes back, or ahead, to a state that was kept. Nobody is told of events.
   *
   * @param kept the state
   */
  void restore(PartitionState kept);

  /**
   * Tells a listener of everything that happens from now on, in order.
   *
   * @param listener who is told, and who does not throw
   */
  void listen(Consumer<? super RecordedEvent> listener);

  /** Lets happen what the clock has made due; every operation does so first. */
  void advance();

  /**
   * Tells work in the background to complete. What must fail fails.
   *
   * @param region where
   * @param subject what is worked on
   * @throws dev.amikit.rule.RefusedException by {@code task.under-way}, if there is no such work
   */
  void complete(Region region, TaskSubject subject);

  /**
   * Tells work in the background to fail.
   *
   * @param region where
   * @param subject what is worked on
   * @param reason why it fails
   * @throws dev.amikit.rule.RefusedException by {@code task.under-way}, if there is no such work
   */
  void fail(Region region, TaskSubject subject, StateReason reason);

  /**
   * Tells all work in the background to complete. What must fail fails.
   *
   * @return the work that ended, in the order in which it began, of each Region where there was any
   */
  ImmutableMap<Region, ImmutableList<Task>> completeAll();
}
