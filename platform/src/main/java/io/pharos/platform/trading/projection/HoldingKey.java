package io.pharos.platform.trading.projection;

/** Whose holding of what. */
public record HoldingKey(long accountId, int assetId) {}
