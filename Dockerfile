# Two images of one version: 'server', the last and so the default, and 'tools', which holds every command.
# .ci/image builds both from the jars that Maven has left in target/; docs/operations.md says how to run them.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG BASE_IMAGE=debian:bookworm-slim

# ---- tools: a runtime with the modules of all commands, the jars, the native libraries of this architecture.
FROM ${JDK_IMAGE} AS tools-build
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
WORKDIR /opt/hubbub
# jdk.jcmd looks into servers that runs start, java.net.http reads metrics, Jackson asks for a class of java.xml.
RUN jlink --output runtime --no-header-files --no-man-pages --compress zip-6 --add-modules \
      java.base,java.logging,java.management,java.naming,java.net.http,java.xml,jdk.jcmd,jdk.jfr,jdk.management,jdk.net,jdk.unsupported
COPY reports/target/lib lib
COPY reports/target/hubbub.jar .
COPY deploy/native-libraries /tmp/
ARG CREATED_SECONDS=0
RUN /tmp/native-libraries . && find . -exec touch --no-dereference --date="@${CREATED_SECONDS}" {} +

FROM ${BASE_IMAGE} AS tools
ARG VERSION=0
ARG REVISION=unknown
ARG SOURCE=
ARG CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="Hubbub" \
      org.opencontainers.image.description="A private TCP chat server that proves how much load it carries: all commands" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.url="${SOURCE}" \
      org.opencontainers.image.documentation="${SOURCE:+${SOURCE}/blob/${REVISION}/docs/operations.md}" \
      org.opencontainers.image.created="${CREATED}"
COPY --from=tools-build /opt/hubbub /opt/hubbub
USER 65532:65532
# Reports go into the folder that is mounted here.
WORKDIR /work
STOPSIGNAL SIGTERM
# The flags of ./hubbub for everything that isn't the server alone.
ENTRYPOINT ["/opt/hubbub/runtime/bin/java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
            "-XX:+UseSerialGC", "-Djava.library.path=/opt/hubbub/native", "-jar", "/opt/hubbub/hubbub.jar"]
CMD ["--help"]

# ---- server: the same for the server alone, and an AOT cache trained with the flags that it will run with.
FROM ${JDK_IMAGE} AS server-build
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
WORKDIR /opt/hubbub
RUN jlink --output runtime --no-header-files --no-man-pages --compress zip-6 --add-modules \
      java.base,java.logging,java.management,java.naming,jdk.jcmd,jdk.jfr,jdk.management,jdk.net,jdk.unsupported
COPY server/target/lib lib
COPY server/target/hubbub-server.jar server/src/main/resources/dev/hubbub/server/jvm.options deploy/healthcheck ./
COPY deploy/native-libraries /tmp/
ARG CREATED_SECONDS=0
RUN /tmp/native-libraries . && find . -exec touch --no-dereference --date="@${CREATED_SECONDS}" {} +
# After the times are set, which the cache remembers. It alone differs from build to build.
RUN ["/opt/hubbub/runtime/bin/java", "@/opt/hubbub/jvm.options", "-XX:AOTCacheOutput=/opt/hubbub/hubbub-server.aot", \
     "-Djava.library.path=/opt/hubbub/native", "-cp", "/opt/hubbub/hubbub-server.jar", "dev.hubbub.server.TrainingRun"]

FROM ${BASE_IMAGE} AS server
ARG VERSION=0
ARG REVISION=unknown
ARG SOURCE=
ARG CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="Hubbub server" \
      org.opencontainers.image.description="A private, on-premise TCP chat server" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.url="${SOURCE}" \
      org.opencontainers.image.documentation="${SOURCE:+${SOURCE}/blob/${REVISION}/docs/operations.md}" \
      org.opencontainers.image.created="${CREATED}"
COPY --from=server-build /opt/hubbub /opt/hubbub
# Nobody's: it owns no file, and writes none.
USER 65532:65532
# Prometheus and the probes of a cluster come from outside of the container.
ENV HUBBUB_ADMIN_HOST=0.0.0.0
EXPOSE 65432 9464
# Drains, then ends with status 0.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 CMD ["/opt/hubbub/healthcheck"]
ENTRYPOINT ["/opt/hubbub/runtime/bin/java", "@/opt/hubbub/jvm.options", "-XX:AOTCache=/opt/hubbub/hubbub-server.aot", \
            "-Xlog:aot*=off,cds*=off", "-Djava.library.path=/opt/hubbub/native", "-jar", "/opt/hubbub/hubbub-server.jar"]
