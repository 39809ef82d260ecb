package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.image.ImdsSupport;
import java.util.Optional;

/**
 * Instances of the image ask for another metadata service.
 *
 * @param imdsSupport which one
 */
public record ImdsSupportChanged(ImdsSupport imdsSupport) implements AmiEvent {
  /**
   * Refuses null.
   *
   * @param imdsSupport which one
   */
  public ImdsSupportChanged {
    requireNonNull(imdsSupport, "imdsSupport");
  }

  @Override
  public Ami evolve(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.withImdsSupport(Optional.of(imdsSupport));
  }
}
