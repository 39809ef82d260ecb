package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import java.util.Optional;

/**
 * The image got another description.
 *
 * @param description what it is now
 */
public record DescriptionChanged(String description) implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withDescription(Optional.of(description));
  }
}
