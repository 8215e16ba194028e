package dev.hubbub.tls;

/** What a file of TLS is for. */
public enum TlsFileRole {
  /** Certificate chain of the own side. */
  CERTIFICATE,
  /** Private key of that certificate. */
  KEY,
  /** Certificates of those who sign the other side's certificates. */
  AUTHORITY
}
