package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.TcpCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KernelProbeTest {
  @TempDir Path proc;

  @Test
  void limits_and_counters_come_from_the_kernels_files() throws IOException {
    write(
        "net/sockstat", "sockets: used 14\nTCP: inuse 1 orphan 0 tw 1 alloc 1 mem 163\nUDP: mem 9");
    write("sys/net/core/somaxconn", "4096\n");
    write("sys/net/ipv4/ip_local_port_range", "32768\t60999\n");
    write("cpuinfo", "processor\t: 0\nmodel name\t: AMD EPYC\nprocessor\t: 1\n");
    KernelProbe probe = new KernelProbe(new ProcFiles(proc));

    assertThat(probe.socketMemoryBytes()).isEqualTo(163 * 4096);
    assertThat(probe.somaxconn()).isEqualTo(4096);
    assertThat(probe.portRange()).isEqualTo("32768-60999");
    assertThat(probe.processorModel()).isEqualTo("AMD EPYC");
  }

  @Test
  void busy_time_is_all_but_idling_and_waiting_for_disks() throws IOException {
    write(
        "stat",
        """
        cpu  9 9 9 9 9 9 9 9 0 0
        cpu0 1 2 4 1000 1000 8 16 32 0 0
        cpu1 100 0 0 1000 1000 0 0 0 0 0
        cpu10 5 0 0 0 0 0 0 0 0 0
        """);
    KernelProbe probe = new KernelProbe(new ProcFiles(proc));

    assertThat(probe.busyNs(List.of(0))).isEqualTo(63 * 10_000_000L);
    assertThat(probe.busyNs(List.of(0, 1))).isEqualTo(163 * 10_000_000L);
    assertThat(probe.busyNs(List.of(0, 2))).isNull();
  }

  @Test
  void counters_of_tcp_are_found_by_their_names() throws IOException {
    write(
        "net/netstat",
        """
        TcpExt: SyncookiesSent ListenOverflows ListenDrops
        TcpExt: 1 12 14
        IpExt: A
        IpExt: 9
        """);
    write("net/snmp", "Ip: Forwarding\nIp: 1\nTcp: OutSegs RetransSegs\nTcp: 2000 29\n");
    KernelProbe probe = new KernelProbe(new ProcFiles(proc));

    assertThat(probe.tcpCounts()).isEqualTo(new TcpCounts(12L, 14L, 29L, 2_000L));
    assertThat(probe.tcpCounts().since(new TcpCounts(10L, 14L, null, 0L)))
        .isEqualTo(new TcpCounts(2L, 0L, null, 2_000L));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_files_of_this_kernel_are_read_to_their_end() throws IOException {
    KernelProbe probe = new KernelProbe();

    try (var file = Files.newBufferedReader(Path.of("/proc/sys/net/core/somaxconn"))) {
      assertThat(probe.somaxconn()).hasToString(file.readLine());
    }
    assertThat(probe.portRange()).matches("\\d{2,5}-\\d{2,5}");
    assertThat(probe.busyNs(List.of(0))).isPositive();
    assertThat(probe.tcpCounts().segments()).isNotNull();
    assertThat(probe.tcpCounts().listenOverflows()).isNotNull();
  }

  @Test
  void everything_is_null_off_linux() {
    KernelProbe probe = new KernelProbe(new ProcFiles(proc.resolve("none")));

    assertThat(probe.socketMemoryBytes()).isNull();
    assertThat(probe.somaxconn()).isNull();
    assertThat(probe.portRange()).isNull();
    assertThat(probe.processorModel()).isNull();
    assertThat(probe.tcpCounts()).isEqualTo(TcpCounts.UNKNOWN);
    assertThat(probe.busyNs(List.of(0))).isNull();
  }

  private void write(String path, String text) throws IOException {
    Path file = proc.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
