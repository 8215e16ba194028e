package dev.hubbub.benchmarks.wire;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.local.LocalIoHandler;
import java.nio.charset.StandardCharsets;

/** An event loop that runs when it is told to, and its channels in memory. For one thread. */
final class MemoryLoop {
  private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32_768, 65_536);

  private final ManualIoEventLoop loop =
      new ManualIoEventLoop(Thread.currentThread(), LocalIoHandler.newFactory());
  private final byte[] kernel = new byte[65_536];

  ManualIoEventLoop eventLoop() {
    return loop;
  }

  /** A connection with the pipeline that the handler makes. */
  MemoryChannel open(ChannelHandler pipeline) {
    MemoryChannel channel = new MemoryChannel(kernel);
    channel.config().setWriteBufferWaterMark(WATER_MARK);
    channel.pipeline().addLast(pipeline);
    channel.unsafe().register(loop, channel.newPromise());
    return channel;
  }

  /** Does what is due, flushes among it. */
  void run() {
    loop.runNow();
  }

  /** The last bytes that were sent by any channel: so many, fewer than 64 KiB. */
  String lastSent(long bytes) {
    return new String(kernel, 0, Math.toIntExact(bytes), StandardCharsets.UTF_8);
  }
}
