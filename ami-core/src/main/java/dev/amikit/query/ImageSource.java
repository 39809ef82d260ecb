package dev.amikit.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;

/** Where a query looks for images: those of one Region, with all that is known of them. */
public interface ImageSource {
  /**
   * Returns the images that a query may find.
   *
   * @param query the query
   * @param viewer who asks
   * @return at least those that it finds, each once, in any order; if they are {@link Candidates},
   *     nothing is asked of them that they tell, nor more of them than a page needs
   */
  Iterable<Ami> candidates(ImageQuery query, Viewer viewer);

  /**
   * Returns the IDs that no image has or had.
   *
   * @param ids some IDs
   * @return those of them that the Region has no record of, in the same order
   */
  ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids);

  /**
   * Tells whether an image is shared with a viewer explicitly; being public is not being shared.
   *
   * @param ami the image
   * @param viewer who asks
   * @return whether it is; what the permissions on it say, unless the source knows better
   */
  default boolean isGranted(Ami ami, Viewer viewer) {
    requireNonNull(ami, "ami");
    requireNonNull(viewer, "viewer");
    return viewer.isGranted(ami);
  }

  /**
   * Returns the tags of an image that an account attached.
   *
   * @param ami the image
   * @param viewer the account
   * @return its tags; those on the image, unless the source keeps tags elsewhere
   */
  default Tags tags(Ami ami, AccountId viewer) {
    requireNonNull(ami, "ami");
    requireNonNull(viewer, "viewer");
    return ami.tags();
  }

  /**
   * Returns the public parameters of Systems Manager that ever stood for an image.
   *
   * @param ami the image
   * @return their names; the one that stands for it now, unless the source remembers more
   */
  default Iterable<String> publicSsmParameterNames(Ami ami) {
    requireNonNull(ami, "ami");
    return ami.publicSsmParameterName().stream().collect(toImmutableSet());
  }

  /**
   * Returns images as a source. All their permissions are on them; their tags are those of whoever
   * asks.
   *
   * @param images the images, each once; they are looked through at every query
   * @return the source
   */
  static ImageSource of(Iterable<Ami> images) {
    requireNonNull(images, "images");
    return new GivenImages(images, false);
  }

  /**
   * Returns images as EC2 told them to whoever asks now. EC2 does not tell explicit permissions,
   * but an image in its answer that is neither owned nor public is shared.
   *
   * @param images the images of an answer, each once
   * @return the source
   */
  static ImageSource ofAnswer(Iterable<Ami> images) {
    requireNonNull(images, "images");
    return new GivenImages(images, true);
  }
}
