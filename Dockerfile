# One image for every process; the command says which (see docker-compose.yml).
# glibc, never Alpine: Temporal's native core needs it.
FROM node:24-bookworm-slim AS build
WORKDIR /rounds
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/cli/package.json apps/cli/
COPY apps/web/package.json apps/web/
COPY apps/worker/package.json apps/worker/
COPY activities activities
COPY libs libs
COPY workflows workflows
RUN npm ci
COPY . .
# No report is released of which a language lacks words.
RUN node tools/words.mjs --release
RUN npm run build && npm prune --omit=dev
# What no process opens (typefaces, builds for browsers, types): more than half of what npm leaves.
RUN node tools/prune-production.mjs

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /rounds
ENV NODE_ENV=production TZ=UTC
COPY --from=build /rounds/package.json ./
COPY --from=build /rounds/node_modules node_modules
COPY --from=build /rounds/activities activities
COPY --from=build /rounds/libs libs
COPY --from=build /rounds/dist dist
USER node
CMD ["node", "dist/api/main.js"]
