package dev.amikit.examples;

/** The life of one image, from registration to deregistration. */
public final class ImageLife {
  private ImageLife() {}

  public static void main(String[] args) {
    System.out.println("The life of an image: " + String.join(" ", args));
  }
}
