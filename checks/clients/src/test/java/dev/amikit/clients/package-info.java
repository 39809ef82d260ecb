/** Clients of EC2 that nobody wrote for amikit, run against it unchanged. */
package dev.amikit.clients;
