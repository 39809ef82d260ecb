package dev.amikit.testkit.arbitrary.registry;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;

/**
 * An image and a request that is about it.
 *
 * @param image the image as its owner has it when the request is made
 * @param request the request
 */
public record ImageRequest(Ami image, Request<?> request) {
  /**
   * Refuses null.
   *
   * @param image the image as its owner has it when the request is made
   * @param request the request
   */
  public ImageRequest {
    requireNonNull(image, "image");
    requireNonNull(request, "request");
  }

  /** Returns the request, and the image that it is about. */
  @Override
  public String toString() {
    return "%s, about %s".formatted(request, image);
  }
}
