package dev.hubbub.server.wire;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.RejectedExecutionHandlers;
import java.util.concurrent.Executor;

/**
 * The event loops of the server. They look at their sockets again after a millisecond of tasks;
 * Netty's own allow a second. So what other loops hand over, thousands of deliveries of one shout
 * for instance, keeps nobody waiting.
 */
final class ServerEventLoops extends MultiThreadIoEventLoopGroup {
  private static final int TASKS_MS_MAX = 1;

  ServerEventLoops(int loops, IoHandlerFactory ioHandlers) {
    super(loops, new DefaultThreadFactory("hubbub-loop"), ioHandlers);
  }

  @Override
  protected IoEventLoop newChild(Executor executor, IoHandlerFactory ioHandlers, Object... args) {
    return new SingleThreadIoEventLoop(
        this,
        executor,
        ioHandlers,
        Integer.MAX_VALUE,
        RejectedExecutionHandlers.reject(),
        TASKS_MS_MAX);
  }
}
