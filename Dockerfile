# The image of Suchok: the built program, the packages it needs at run time, and the settings that come with it.
# Node 24 is supported until April 2028.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY config ./config
COPY machines ./machines
COPY workers ./workers
COPY src ./src
RUN npm run build

FROM ${NODE} AS packages
WORKDIR /packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=packages /packages/node_modules ./node_modules
COPY --from=build /build/dist ./dist
# The embedded database and the outbox, where there is no Postgres and no mail server.
RUN install --directory --owner=node --group=node /data && ln -s /app/dist/src/cli/main.js /usr/local/bin/suchok
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/src/cli/main.js"]
CMD ["start"]
