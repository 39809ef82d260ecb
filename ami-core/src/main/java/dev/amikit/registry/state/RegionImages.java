package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;

/** The images of a Region as a place to look for them. */
record RegionImages(RegionState here) implements ImageSource {
  @Override
  public Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
    requireNonNull(query, "query");
    requireNonNull(viewer, "viewer");
    return here.images().candidates(query, viewer);
  }

  @Override
  public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
    requireNonNull(ids, "ids");
    return here.images().unknown(ids);
  }

  @Override
  public Tags tags(Ami ami, AccountId viewer) {
    requireNonNull(ami, "ami");
    requireNonNull(viewer, "viewer");
    return here.tags(viewer, ami);
  }
}
