package dev.amikit.registry.operation;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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

  /** {@return MiB/s of all time-based copies of snapshots that are being made in a Region} */
  public abstract int copyThroughput();

  /** {@return GiB of snapshots that are being stored in S3, from which on no more are} */
  public abstract int storeWork();

  /** {@return GiB of snapshots that are being restored from S3, from which on no more are} */
  public abstract int restoreWork();

  /** {@return instances that are launched at a time for fast launch, of all images} */
  public abstract int fastLaunchesInParallel();

  /** {@return reports on the usage of images that are being created} */
  public abstract int usageReports();

  /** {@return reports on the usage of one image that are being created} */
  public abstract int usageReportsPerImage();

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
    return new Builder()
        .images(50_000)
        .publicImages(5)
        .sharingEntities(1_000)
        .imageCopies(300)
        .snapshotCopies(20)
        .copyThroughput(2_000)
        .storeWork(1_200)
        .restoreWork(600)
        .fastLaunchesInParallel(40)
        .usageReports(2_000)
        .usageReportsPerImage(1)
        .tags(50)
        .retentionRules(250)
        .retentionRulesPerTag(5)
        .archivals(25)
        .archivedPerVolume(25)
        .restores(5);
  }

  /** Builds {@link Quotas}, at first with EC2's figures. */
  public static final class Builder {
    private final ImmutableQuotas.Builder members = new ImmutableQuotas.Builder();

    Builder() {}

    /**
     * Sets how many images an account can have, public and private, those in the Recycle Bin
     * included.
     *
     * @param images the number; at first 50,000
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder images(int images) {
      members.images(images);
      return this;
    }

    /**
     * Sets how many public images an account can have, those in the Recycle Bin included.
     *
     * @param publicImages the number; at first 5
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder publicImages(int publicImages) {
      members.publicImages(publicImages);
      return this;
    }

    /**
     * Sets how many accounts, organizations and units one image can be shared with.
     *
     * @param sharingEntities the number; at first 1,000
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sharingEntities(int sharingEntities) {
      members.sharingEntities(sharingEntities);
      return this;
    }

    /**
     * Sets how many image copies can be under way in a Region.
     *
     * @param imageCopies the number; at first 300
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageCopies(int imageCopies) {
      members.imageCopies(imageCopies);
      return this;
    }

    /**
     * Sets how many snapshot copies, asked for by CopySnapshot, can be under way in a Region.
     *
     * @param snapshotCopies the number; at first 20
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder snapshotCopies(int snapshotCopies) {
      members.snapshotCopies(snapshotCopies);
      return this;
    }

    /**
     * Sets how much throughput all time-based copies of snapshots that are under way in a Region
     * can have.
     *
     * @param copyThroughput the throughput in MiB/s; at first 2,000
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder copyThroughput(int copyThroughput) {
      members.copyThroughput(copyThroughput);
      return this;
    }

    /**
     * Sets how many GiB of snapshots an account can be storing in S3 in a Region when it begins to
     * store one more image.
     *
     * @param storeWork the number, which the work in progress is to be below; at first 1,200
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder storeWork(int storeWork) {
      members.storeWork(storeWork);
      return this;
    }

    /**
     * Sets how many GiB of snapshots an account can be restoring from S3 in a Region when it begins
     * to restore one more image.
     *
     * @param restoreWork the number, which the work in progress is to be below; at first 600
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder restoreWork(int restoreWork) {
      members.restoreWork(restoreWork);
      return this;
    }

    /**
     * Sets how many instances an account can have launched at a time for fast launch in a Region,
     * of all images together.
     *
     * @param fastLaunchesInParallel the number; at first 40
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder fastLaunchesInParallel(int fastLaunchesInParallel) {
      members.fastLaunchesInParallel(fastLaunchesInParallel);
      return this;
    }

    /**
     * Sets how many reports on the usage of images can be under way.
     *
     * @param usageReports the number; at first 2,000
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder usageReports(int usageReports) {
      members.usageReports(usageReports);
      return this;
    }

    /**
     * Sets how many reports on the usage of one image can be under way.
     *
     * @param usageReportsPerImage the number; at first 1
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder usageReportsPerImage(int usageReportsPerImage) {
      members.usageReportsPerImage(usageReportsPerImage);
      return this;
    }

    /**
     * Sets how many tags a resource can have, without those of AWS.
     *
     * @param tags the number; at first 50
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tags(int tags) {
      members.tags(tags);
      return this;
    }

    /**
     * Sets how many retention rules an account can have.
     *
     * @param retentionRules the number; at first 250
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder retentionRules(int retentionRules) {
      members.retentionRules(retentionRules);
      return this;
    }

    /**
     * Sets how many retention rules can name one tag.
     *
     * @param retentionRulesPerTag the number; at first 5
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder retentionRulesPerTag(int retentionRulesPerTag) {
      members.retentionRulesPerTag(retentionRulesPerTag);
      return this;
    }

    /**
     * Sets how many snapshots can be on their way into the archive.
     *
     * @param archivals the number; at first 25
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder archivals(int archivals) {
      members.archivals(archivals);
      return this;
    }

    /**
     * Sets how many snapshots of one volume can be archived.
     *
     * @param archivedPerVolume the number; at first 25
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder archivedPerVolume(int archivedPerVolume) {
      members.archivedPerVolume(archivedPerVolume);
      return this;
    }

    /**
     * Sets how many archived snapshots can be on their way back.
     *
     * @param restores the number; at first 5
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder restores(int restores) {
      members.restores(restores);
      return this;
    }

    /**
     * Sets how many instances an account can have, terminated ones left out. Without it, it can
     * have as many as it asks for.
     *
     * @param instances the number
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instances(int instances) {
      members.instances(instances);
      return this;
    }

    /**
     * Sets the number of instances, or none.
     *
     * @param instances the number of instances; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instances(OptionalInt instances) {
      requireNonNull(instances, "instances");
      members.instances(instances);
      return this;
    }

    /**
     * Returns the quotas.
     *
     * @return the quotas
     */
    public Quotas build() {
      return members.build();
    }
  }
}
