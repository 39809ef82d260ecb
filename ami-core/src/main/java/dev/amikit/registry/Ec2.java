package dev.amikit.registry;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;

/**
 * EC2 as one account sees it in one Region. Every operation of EC2 has a method of its name; one
 * that is refused throws {@link dev.amikit.rule.RefusedException}, and has changed nothing.
 */
public final class Ec2 {
  private final InMemoryAmiRegistry registry;
  private final AccountId caller;
  private final Region region;

  Ec2(InMemoryAmiRegistry registry, AccountId caller, Region region) {
    this.registry = registry;
    this.caller = caller;
    this.region = region;
  }

  /**
   * Carries out an operation.
   *
   * @param <R> what the operation answers with
   * @param operation the operation
   * @return the answer
   * @throws dev.amikit.rule.RefusedException if it is refused
   */
  public <R> R call(Operation<R> operation) {
    return registry.call(caller, region, operation);
  }

  /** {@return the account that asks} */
  public AccountId caller() {
    return caller;
  }

  /** {@return the Region that is asked} */
  public Region region() {
    return region;
  }

  /**
   * {@code DisableImage}.
   *
   * @param imageId the image
   */
  public void disableImage(ImageId imageId) {
    call(new DisableImage(imageId));
  }

  /**
   * {@code EnableImage}.
   *
   * @param imageId the image
   */
  public void enableImage(ImageId imageId) {
    call(new EnableImage(imageId));
  }

  // Making images

  /**
   * {@code RegisterImage}.
   *
   * @param request the request
   * @return the ID of the new image
   */
  public ImageId registerImage(RegisterImage request) {
    return call(request);
  }

  /**
   * {@code CreateImage}.
   *
   * @param request the request
   * @return the ID of the new image
   */
  public ImageId createImage(CreateImage request) {
    return call(request);
  }

  // Instances

  // Snapshots

  // Encryption

  // Attributes and permissions

  // Deprecation, protection, watermarks, ancestry

  // Tags

  // Account settings

  // Recycle Bin

  // Queries
}
