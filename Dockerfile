# Two stages: the first compiles better-sqlite3, the second carries no compiler.
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATABASE_PATH=/data/sensei.db BACKUP_DIR=/data/backups
COPY --from=build /app /app
RUN mkdir /data && chown node /data
USER node
VOLUME /data
CMD ["node", "--import", "tsx", "src/main.ts"]
