package dev.amikit.concurrency;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.page.Page;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.PartitionState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The registry, as users have it. */
final class Registry implements Partition {
  /** What threads add stands on several pages, since the first is almost full from the start. */
  private static final ImageQuery PAGE_BY_PAGE =
      ImageQuery.builder().maxResults(SMALLEST_PAGE).build();

  private final InMemoryAmiRegistry registry =
      InMemoryAmiRegistry.create(Clock.fixed(NOW, ZoneOffset.UTC));

  Registry() {
    registry.restore(START);
  }

  private Ec2 as(AccountId caller) {
    return registry.account(caller).in(HERE);
  }

  @Override
  public <R> R call(AccountId caller, Operation<R> operation) {
    return as(caller).call(operation);
  }

  @Override
  public Optional<Ami> describeImage(AccountId caller, ImageId imageId) {
    return as(caller).describeImage(imageId);
  }

  @Override
  public List<Ami> describeImages() {
    Page<Ami> page = as(OWNER).describeImages(PAGE_BY_PAGE);
    List<Ami> images = new ArrayList<>(page.items());
    while (page.nextToken().isPresent()) {
      page = as(OWNER).describeImages(PAGE_BY_PAGE.next(page.nextToken().get()));
      images.addAll(page.items());
    }
    return images;
  }

  @Override
  public ImageAttribute describeLaunchPermission(ImageId imageId) {
    return as(OWNER).describeImageAttribute(imageId, ImageAttributeName.LAUNCH_PERMISSION);
  }

  @Override
  public PartitionState state() {
    return registry.state();
  }
}
