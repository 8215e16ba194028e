package dev.hubbub.server.testing;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails the run when a buffer of any test was lost without being released. JUnit finds it by itself
 * and asks before the first test, so that Netty's detectors are made here.
 */
public final class NoLeaks implements BeforeAllCallback {
  private static final int COLLECTIONS = 5;
  private static final int BUFFERS_A_COLLECTION = 100;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(NoLeaks.class))
        .getOrComputeIfAbsent(Watch.class, _ -> new Watch(), Watch.class);
  }

  /** Lives as long as the run. */
  private static final class Watch implements AutoCloseable {
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    Watch() {
      ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(
          new ResourceLeakDetectorFactory() {
            @Override
            @SuppressWarnings("deprecation") // the only abstract method
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                Class<T> resource, int samplingInterval, long maxActive) {
              return new Detector<>(resource, samplingInterval, leaks);
            }
          });
    }

    @Override
    public void close() {
      // Lost buffers are reported when others are taken after a collection.
      for (int i = 0; i < COLLECTIONS && leaks.isEmpty(); i++) {
        System.gc();
        for (int n = 0; n < BUFFERS_A_COLLECTION; n++) {
          ByteBufAllocator.DEFAULT.buffer(1).release();
        }
      }
      if (!leaks.isEmpty()) {
        throw new AssertionError("buffers were not released: " + leaks);
      }
    }
  }

  private static final class Detector<T> extends ResourceLeakDetector<T> {
    private final Queue<String> leaks;

    @SuppressWarnings("deprecation") // as every constructor of its kind
    Detector(Class<T> resource, int samplingInterval, Queue<String> leaks) {
      super(resource, samplingInterval);
      this.leaks = leaks;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      leaks.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      leaks.add(resourceType);
    }

    @Override
    protected boolean needReport() {
      return true;
    }
  }
}
