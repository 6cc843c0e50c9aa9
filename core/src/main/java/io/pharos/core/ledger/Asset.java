package io.pharos.core.ledger;

import io.pharos.protocol.AssetKind;

/**
 * Something that can be owned, counted in minor units.
 *
 * @param index place in the order of registration, from 0
 * @param assetId id chosen by the caller
 * @param code 1 to 12 characters A-Z and 0-9, unique
 * @param scale decimals of one unit, 0 to 8
 */
public record Asset(int index, int assetId, String code, int scale, AssetKind kind) {}
