package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.state.VolumeAttachment;

/**
 * What became of the attachment of a volume that was to be attached or detached: EC2's shape
 * {@code VolumeAttachment} as these two operations answer with it. EC2 needs time for it and tells
 * a state on the way there, such as {@code attaching}; here it takes none.
 *
 * @param volumeId the volume
 * @param attachment the attachment that is there now, or was there
 * @param state whether it is there
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VolumeAttachment.html">VolumeAttachment</a>
 */
public record VolumeAttachmentChange(VolumeId volumeId, VolumeAttachment attachment, State state) {
  /**
   * Refuses null.
   *
   * @param volumeId the volume
   * @param attachment the attachment that is there now, or was there
   * @param state whether it is there
   */
  public VolumeAttachmentChange {
    requireNonNull(volumeId, "volumeId");
    requireNonNull(attachment, "attachment");
    requireNonNull(state, "state");
  }

  /** Whether an attachment is there. */
  public enum State {
    /** The instance has the volume. */
    ATTACHED,
    /** The instance has the volume no more. */
    DETACHED;

    /** Returns the word that EC2 writes, such as {@code attached}. */
    @Override
    public String toString() {
      return Ascii.toLowerCase(name());
    }
  }
}
