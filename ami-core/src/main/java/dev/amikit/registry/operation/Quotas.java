package dev.amikit.registry.operation;

import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What an account can have in a Region; EC2's figures unless told otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-quotas.html">AMI quotas</a>
 */
@Value.Immutable
public abstract class Quotas {
  Quotas() {}

  /** {@return images, public and private, those in the Recycle Bin included} */
  public abstract int images();

  /** {@return public images, those in the Recycle Bin included} */
  public abstract int publicImages();

  /** {@return accounts, organizations and units that one image is shared with} */
  public abstract int sharingEntities();

  /** {@return image copies that are being made in a Region} */
  public abstract int imageCopies();

  /** {@return snapshot copies, asked for by CopySnapshot, that are being made in a Region} */
  public abstract int snapshotCopies();

  /** {@return tags on a resource, without those of AWS} */
  public abstract int tags();

  /** {@return retention rules} */
  public abstract int retentionRules();

  /** {@return retention rules that name one tag} */
  public abstract int retentionRulesPerTag();

  /** {@return snapshots that are being archived} */
  public abstract int archivals();

  /** {@return snapshots of one volume that are archived} */
  public abstract int archivedPerVolume();

  /** {@return archived snapshots that are being restored} */
  public abstract int restores();

  /** {@return instances, terminated ones left out; empty for as many as are asked for} */
  public abstract OptionalInt instances();

  /** {@return EC2's figures} */
  public static Quotas standard() {
    return builder().build();
  }

  /** {@return a builder with EC2's figures} */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Quotas}. */
  public static final class Builder extends ImmutableQuotas.Builder {
    Builder() {
      images(50_000);
      publicImages(5);
      sharingEntities(1_000);
      imageCopies(300);
      snapshotCopies(20);
      tags(50);
      retentionRules(250);
      retentionRulesPerTag(5);
      archivals(25);
      archivedPerVolume(25);
      restores(5);
    }
  }
}
