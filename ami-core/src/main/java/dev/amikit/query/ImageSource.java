package dev.amikit.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.tag.Tags;

/** Where a query looks for images: those of one Region, with all that is known of them. */
public interface ImageSource {
  /**
   * Returns the images that a query may find.
   *
   * @param query the query
   * @return at least those that it finds, each once, in any order
   */
  Iterable<Ami> candidates(ImageQuery query);

  /**
   * Returns the IDs that no image has or had.
   *
   * @param ids some IDs
   * @return those of them that the Region has no record of, in the same order
   */
  ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids);

  /**
   * Returns the tags of an image that an account attached.
   *
   * @param ami the image
   * @param viewer the account
   * @return its tags; those on the image, unless the source keeps tags elsewhere
   */
  default Tags tags(Ami ami, AccountId viewer) {
    return ami.tags();
  }

  /**
   * Returns the public parameters of Systems Manager that ever stood for an image.
   *
   * @param ami the image
   * @return their names; the one that stands for it now, unless the source remembers more
   */
  default Iterable<String> publicSsmParameterNames(Ami ami) {
    return ami.publicSsmParameterName().stream().collect(toImmutableSet());
  }

  /**
   * Returns images as a source. The tags on them are those of whoever asks.
   *
   * @param images the images, each once; they are looked through at every query
   * @return the source
   */
  static ImageSource of(Iterable<Ami> images) {
    return new ImageSource() {
      @Override
      public Iterable<Ami> candidates(ImageQuery query) {
        return images;
      }

      @Override
      public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
        return ids.isEmpty()
            ? ids
            : Sets.difference(
                    ids, Streams.stream(images).map(Ami::imageId).collect(toImmutableSet()))
                .immutableCopy();
      }
    };
  }
}
