package io.pharos.platform.trading.projection;

/** A balance after the event with this sequence, in minor units. */
public record BalanceRow(long accountId, int assetId, long availableMinor, long heldMinor, long sequence) {}
