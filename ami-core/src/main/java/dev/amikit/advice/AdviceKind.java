package dev.amikit.advice;

/** What advice is about. */
public enum AdviceKind {
  /** The operating system that the image names is supported no more. */
  END_OF_SUPPORT,
  /** The image is public and older than EC2 lets a public image be without deprecating it. */
  PUBLIC_AND_OLD
}
