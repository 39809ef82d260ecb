package dev.amikit.registry;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.Viewer;
import dev.amikit.tag.Tags;

/** The images of a Region as a place to look for them. */
record RegionImages(RegionState here) implements ImageSource {
  @Override
  public Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
    return query.imageIds().isEmpty()
        ? here.images.at(here.imageIndex.candidates(query, viewer, here.images))
        : here.images.of(query.imageIds());
  }

  @Override
  public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
    return ids.stream().filter(id -> !here.images.contains(id)).collect(toImmutableSet());
  }

  @Override
  public Tags tags(Ami ami, AccountId viewer) {
    return here.tags(viewer, ami);
  }
}
