package dev.amikit.registry.image;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.PartitionState;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GetImageAncestry}: an image, the image that it comes from, and so on to the root, across
 * Regions and accounts. The root is a public image of Amazon or AWS Marketplace, an image whose
 * parent is not recorded or not of this partition, or the fiftieth. Where images that were put in
 * name each other as parents, none comes twice.
 *
 * @param imageId the image, which the caller can see; its ancestors it need not
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetImageAncestry.html">GetImageAncestry</a>
 */
public record GetImageAncestry(ImageId imageId)
    implements ReadOperation<ImmutableList<ImageAncestryEntry>> {
  private static final int MOST = 50;
  private static final ImmutableSet<OwnerAlias> VERIFIED_PROVIDERS =
      ImmutableSet.of(OwnerAlias.AMAZON, OwnerAlias.AWS_MARKETPLACE);

  /**
   * Refuses null.
   *
   * @param imageId the image, which the caller can see; its ancestors it need not
   */
  public GetImageAncestry {
    requireNonNull(imageId, "imageId");
  }

  @Override
  public Outcome<ImmutableList<ImageAncestryEntry>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      Ami ami = plan.visibleImage(imageId);
      plan.requireRegistered(ami);
      return ancestry(plan.state(), plan.region(), ami);
    });
  }

  private static ImmutableList<ImageAncestryEntry> ancestry(
      PartitionState state, Region region, Ami image) {
    Set<Ami> line = new LinkedHashSet<>();
    Optional<Ami> next = Optional.of(image);
    while (line.size() < MOST && next.isPresent() && line.add(next.get())) {
      next = parent(state, region.partition(), next.get());
    }
    return line.stream().map(ami -> entry(state, ami)).collect(toImmutableList());
  }

  private static Optional<Ami> parent(PartitionState state, String partition, Ami ami) {
    if (ami.isPublic()
        && ownerAlias(state, ami).filter(VERIFIED_PROVIDERS::contains).isPresent()) {
      return Optional.empty();
    }
    return ami.sourceImageRegion()
        .filter(region -> region.partition().equals(partition))
        .flatMap(region -> ami.sourceImageId().flatMap(id -> state.image(region, id)));
  }

  private static Optional<OwnerAlias> ownerAlias(PartitionState state, Ami ami) {
    return ami.imageOwnerAlias().or(() -> state.profile(ami.ownerId()).ownerAlias());
  }

  private static ImageAncestryEntry entry(PartitionState state, Ami ami) {
    return new ImageAncestryEntry(
        ami.creationDate(),
        ami.imageId(),
        ownerAlias(state, ami),
        ami.sourceImageId(),
        ami.sourceImageRegion());
  }
}
