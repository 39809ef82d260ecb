/** What ran in the small projects that use the testkit as outsiders do. */
package dev.amikit.consumers;
