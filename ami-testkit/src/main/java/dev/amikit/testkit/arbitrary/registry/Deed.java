package dev.amikit.testkit.arbitrary.registry;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.RegistryEvent;
import java.time.Duration;
import java.util.Optional;

/** What is done in a world. */
sealed interface Deed {
  /**
   * An account calls an operation in a Region.
   *
   * @param imageId the image that it is about; empty if it makes one, or is about none
   */
  record Call(AccountId caller, Region region, Operation<?> operation, Optional<ImageId> imageId)
      implements Deed {
    @Override
    public String toString() {
      return "%s in %s: %s".formatted(caller, region, operation);
    }
  }

  /** AWS lets something happen. */
  record Happening(String what, ImmutableList<RegistryEvent> events) implements Deed {
    @Override
    public String toString() {
      return what;
    }
  }

  /** Time goes by. */
  record Passing(Duration duration) implements Deed {
    @Override
    public String toString() {
      return duration + " go by";
    }
  }

  /** Chooses what is done next, among what there is. */
  @FunctionalInterface
  interface Kind {
    Deed in(Scene scene);
  }
}
