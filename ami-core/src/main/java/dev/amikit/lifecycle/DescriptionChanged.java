package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import java.util.Optional;

/**
 * The image got another description.
 *
 * @param description what it is now
 */
public record DescriptionChanged(String description) implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param description what it is now
   */
  public DescriptionChanged {
    requireNonNull(description, "description");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withDescription(Optional.of(description));
  }
}
