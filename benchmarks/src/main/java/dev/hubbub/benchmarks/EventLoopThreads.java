package dev.hubbub.benchmarks;

import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * The threads that run the benchmarks: Netty's own, as in the server. On others its allocator and
 * its recycled objects are slower, and garbage. JMH makes one by its name.
 */
public final class EventLoopThreads extends DefaultEventExecutorGroup {
  /** So many threads whose names begin with the prefix. */
  public EventLoopThreads(int threads, String prefix) {
    super(threads, new DefaultThreadFactory(prefix));
  }
}
