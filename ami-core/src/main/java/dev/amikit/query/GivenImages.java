package dev.amikit.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.visibility.Viewer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Images that somebody has; maybe as EC2 told them to the viewer, who then may see them all. */
record GivenImages(Iterable<Ami> images, boolean isAnswer) implements ImageSource {
  @Override
  public Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
    requireNonNull(query, "query");
    requireNonNull(viewer, "viewer");
    return images;
  }

  @Override
  public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
    requireNonNull(ids, "ids");
    if (ids.isEmpty()) {
      return ids;
    }
    Set<ImageId> unknown = new LinkedHashSet<>(ids);
    images.forEach(ami -> unknown.remove(ami.imageId()));
    return ImmutableSet.copyOf(unknown);
  }

  @Override
  public boolean isGranted(Ami ami, Viewer viewer) {
    requireNonNull(ami, "ami");
    requireNonNull(viewer, "viewer");
    return isAnswer && !viewer.owns(ami) && !ami.isPublic() || viewer.isGranted(ami);
  }
}
