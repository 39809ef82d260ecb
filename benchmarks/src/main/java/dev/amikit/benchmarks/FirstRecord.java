package dev.amikit.benchmarks;

import java.lang.management.ManagementFactory;

/** Makes the first plain record in a JVM, and prints the nanoseconds and the loaded classes. */
final class FirstRecord {
  private FirstRecord() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    Object made = PlainAmi.of(RawImage.example());
    long nanos = System.nanoTime() - start;
    int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    System.out.println(nanos + " " + classes + " " + made.hashCode());
  }
}
