package dev.hubbub.server.admin;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** Answers GET and HEAD, one request after the other. Shared by all connections. */
@Sharable
final class AdminHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final AdminPages pages;

  AdminHandler(AdminPages pages) {
    super(FullHttpRequest.class);
    this.pages = pages;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    // The next request is read when the answer to this one has been taken.
    ctx.channel().config().setAutoRead(false);
    AdminPage page = page(request);
    ByteBuf body = ByteBufUtil.writeUtf8(ctx.alloc(), page.body());
    int length = body.readableBytes();
    if (request.method().equals(HttpMethod.HEAD)) {
      body.clear();
    }
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, page.status(), body);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, page.contentType())
        .set(HttpHeaderNames.CONTENT_LENGTH, length)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    boolean keepAlive = HttpUtil.isKeepAlive(request) && page.status().code() < 400;
    HttpUtil.setKeepAlive(response, keepAlive);
    if (page.status().equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
      response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
    }
    ctx.writeAndFlush(response)
        .addListener(
            keepAlive
                ? (ChannelFutureListener) written -> written.channel().config().setAutoRead(true)
                : ChannelFutureListener.CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private AdminPage page(FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return refusal(request.decoderResult().cause());
    }
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      return AdminPage.text(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD.");
    }
    return pages.get(new QueryStringDecoder(request.uri()).path());
  }

  private static AdminPage refusal(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ ->
          AdminPage.text(HttpResponseStatus.REQUEST_URI_TOO_LONG, "The first line is too long.");
      case TooLongHttpHeaderException _ ->
          AdminPage.text(
              HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too long.");
      default -> AdminPage.text(HttpResponseStatus.BAD_REQUEST, "Not a request of HTTP.");
    };
  }
}
