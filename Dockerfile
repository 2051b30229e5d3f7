# One image for every service; the command decides which one runs. TypeScript runs as it is: Node 24 strips the types, no build.
FROM node:24-bookworm-slim

# The folders of the volumes belong to the account that the services run as, and so do the volumes at their first use.
RUN mkdir -p /app /data /keys /secrets && chown node:node /app /data /keys /secrets && chmod 700 /data /keys /secrets
USER node
WORKDIR /app
COPY --chown=node:node . .
# Without the embedded PostgreSQL and the packaged Node (optional packages and install scripts): the image has one, compose the other.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force

ENV NODE_ENV=production QUITTANCE_DATA=/data
EXPOSE 8400
STOPSIGNAL SIGTERM
CMD ["node", "services/api/src/main.ts"]
