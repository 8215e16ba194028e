package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * The server with a number of idle registered users.
 *
 * @param users registered users, doing nothing
 * @param residentBytes resident set of the server process
 * @param liveHeapBytes objects that a full collection leaves in the heap
 * @param kernelSocketBytes kernel memory of all sockets of the machine
 * @param registrationSeconds how long it took to register the users since the level before
 * @param registrationCpuMicros processor time of the server for each of these registrations
 */
public record MemoryLevel(
    int users,
    @Nullable Long residentBytes,
    @Nullable Long liveHeapBytes,
    @Nullable Long kernelSocketBytes,
    double registrationSeconds,
    @Nullable Double registrationCpuMicros) {}
