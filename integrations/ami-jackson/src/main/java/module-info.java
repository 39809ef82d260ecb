/** Amazon Machine Images to and from the JSON that the AWS CLI prints. */
module dev.amikit.jackson {
  requires transitive dev.amikit.core;
  requires transitive com.fasterxml.jackson.databind;
  requires static transitive org.jspecify;

  exports dev.amikit.jackson;

  provides com.fasterxml.jackson.databind.Module with
      dev.amikit.jackson.AmiModule;
}
