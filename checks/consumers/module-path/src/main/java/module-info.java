/** A module of tests; it is open, so that a field of a test can be set. */
open module com.example.acceptance {
  requires dev.amikit.testkit;
}
