package dev.amikit.lifecycle;

import dev.amikit.image.Ami;
import dev.amikit.image.ImdsSupport;
import java.util.Optional;

/**
 * Instances of the image ask for another metadata service.
 *
 * @param imdsSupport which one
 */
public record ImdsSupportChanged(ImdsSupport imdsSupport) implements AmiEvent {
  @Override
  public Ami evolve(Ami ami) {
    return ami.withImdsSupport(Optional.of(imdsSupport));
  }
}
