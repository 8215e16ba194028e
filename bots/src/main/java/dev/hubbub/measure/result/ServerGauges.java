package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * What a server's own metrics page showed at the end of a window. Null where it shows no such
 * figure.
 *
 * @param heapBytes used of the heap
 * @param heapBytesMax what the heap may grow to
 * @param directBytes buffers outside of the heap
 * @param pendingBytes bytes that waited for all receivers together
 * @param slowReceiversCut receivers that were disconnected in the window because they did not read
 * @param openFilesMax files that the server may open
 */
public record ServerGauges(
    @Nullable Long heapBytes,
    @Nullable Long heapBytesMax,
    @Nullable Long directBytes,
    @Nullable Long pendingBytes,
    @Nullable Long slowReceiversCut,
    @Nullable Long openFilesMax) {}
