/** Amazon Machine Images to and from the JSON that the AWS CLI prints. */
@NullMarked
package dev.amikit.jackson;

import org.jspecify.annotations.NullMarked;
