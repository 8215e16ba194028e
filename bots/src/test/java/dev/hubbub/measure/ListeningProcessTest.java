package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ListeningProcessTest {
  @TempDir Path proc;

  @Test
  void a_process_is_found_by_the_socket_that_listens() throws IOException {
    write(
        "net/tcp",
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode
           0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 71 1
           1: 0100007F:1F91 0100007F:95C9 01 00000000:00000000 00:00000000 00000000 0 0 72 1
        """);
    write(
        "net/tcp6",
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode
           0: 00000000000000000000000000000000:24F8 0000000000000000:0000 0A 0:0 00:0 0 0 0 73 1
        """);
    write("version", "Linux");
    open("7", "71");
    open("7", "73");
    open("8", "72");
    ListeningProcess listening = new ListeningProcess(new ProcFiles(proc));

    assertThat(listening.listeningOn(8_080)).hasValue(7);
    assertThat(listening.listeningOn(8_081)).as("connected, not listening").isEmpty();
    assertThat(listening.portsOf(7)).containsExactly(8_080, 9_464);
    assertThat(listening.portsOf(8)).isEmpty();
  }

  @Test
  void nothing_is_found_off_linux() {
    ListeningProcess listening = new ListeningProcess(new ProcFiles(proc.resolve("none")));

    assertThat(listening.listeningOn(8_080)).isEmpty();
    assertThat(listening.portsOf(7)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void this_process_is_found_by_its_own_port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long own = ProcessHandle.current().pid();

      assertThat(new ListeningProcess().listeningOn(socket.getLocalPort())).hasValue(own);
      assertThat(new ListeningProcess().portsOf(own)).contains(socket.getLocalPort());
    }
  }

  private void open(String pid, String inode) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(pid + "/fd"));
    Files.createSymbolicLink(folder.resolve(inode), Path.of("socket:[" + inode + "]"));
  }

  private void write(String path, String text) throws IOException {
    Path file = proc.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
