package dev.hubbub.server.admin;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request, or whose taking of the answer, goes on for too long; byte
 * after byte earns no more time. Between requests it may be idle for a while.
 */
final class RequestDeadline extends ChannelDuplexHandler {
  private final int requestSecondsMax;
  private final int idleSecondsMax;
  private boolean inRequest;
  private @Nullable Future<?> deadline;

  RequestDeadline(int requestSecondsMax, int idleSecondsMax) {
    this.requestSecondsMax = requestSecondsMax;
    this.idleSecondsMax = idleSecondsMax;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    begin(ctx);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (!inRequest) {
      begin(ctx);
    }
    ctx.fireChannelRead(bytes);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object bytes, ChannelPromise promise) {
    ctx.write(bytes, promise.unvoid()).addListener(_ -> end(ctx));
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    cancel();
  }

  private void begin(ChannelHandlerContext ctx) {
    inRequest = true;
    closeIn(ctx, requestSecondsMax);
  }

  private void end(ChannelHandlerContext ctx) {
    inRequest = false;
    if (ctx.channel().isActive()) {
      closeIn(ctx, idleSecondsMax);
    }
  }

  private void closeIn(ChannelHandlerContext ctx, int seconds) {
    cancel();
    deadline = ctx.executor().schedule(() -> ctx.close(), seconds, TimeUnit.SECONDS);
  }

  private void cancel() {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }
}
