# The service, with what it runs by and nothing else. The version of Node.js is that of the package "node".
FROM node:26.10.0-slim AS build
WORKDIR /app
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma ./prisma
# Prisma's client is generated along the way.
RUN npm ci --omit=dev --no-audit --no-fund
COPY src ./src

FROM node:26.10.0-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
# The user "node" of the image. It can write to the embedded database alone, where that is used.
RUN install -d -o 1000 -g 1000 /data
VOLUME /data
WORKDIR /app
COPY --from=build /app ./
USER 1000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
