package dev.amikit.registry.image;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.KernelId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.permission.LaunchPermission;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One attribute of an image, as DescribeImageAttribute answers: the ID, and the member that was
 * asked for. All other members are empty; so is that one, if the image has no such attribute.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageAttribute.html">ImageAttribute</a>
 */
@Value.Immutable
public abstract class ImageAttribute {
  ImageAttribute() {}

  /** {@return the ID of the image} */
  public abstract ImageId imageId();

  /** {@return what the owner says of the image} */
  public abstract Optional<String> description();

  /** {@return the kernel} */
  public abstract Optional<KernelId> kernelId();

  /** {@return the RAM disk} */
  public abstract Optional<RamdiskId> ramdiskId();

  /** {@return who may launch the image besides its owner} */
  public abstract ImmutableSet<LaunchPermission> launchPermissions();

  /** {@return the paid products that the image is part of} */
  public abstract ImmutableList<ProductCode> productCodes();

  /** {@return which SR-IOV networking the image has} */
  public abstract Optional<SriovNetSupport> sriovNetSupport();

  /** {@return how the image boots} */
  public abstract Optional<BootMode> bootMode();

  /** {@return which TPM the image is made for} */
  public abstract Optional<TpmSupport> tpmSupport();

  /** {@return the UEFI variable store, as base64} */
  public abstract Optional<String> uefiData();

  /** {@return when the image was last launched; told 24 hours later} */
  public abstract Optional<Instant> lastLaunchedTime();

  /** {@return which metadata service its instances ask for} */
  public abstract Optional<ImdsSupport> imdsSupport();

  /** {@return whether the image is kept from being deregistered} */
  public abstract Optional<DeregistrationProtection> deregistrationProtection();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ImageAttribute}. */
  public static final class Builder extends ImmutableImageAttribute.Builder {
    Builder() {}
  }
}
