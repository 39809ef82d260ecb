package dev.amikit.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;

/** Images that somebody has; maybe as EC2 told them to the viewer, who then may see them all. */
record GivenImages(Iterable<Ami> images, boolean isAnswer) implements ImageSource {
  @Override
  public Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
    return images;
  }

  @Override
  public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
    return ids.isEmpty()
        ? ids
        : Sets.difference(ids, Streams.stream(images).map(Ami::imageId).collect(toImmutableSet()))
            .immutableCopy();
  }

  @Override
  public boolean isGranted(Ami ami, Viewer viewer) {
    return isAnswer && !viewer.owns(ami) && !ami.isPublic() || viewer.isGranted(ami);
  }
}
