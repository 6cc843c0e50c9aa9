/**
 * The traders that make a sandbox's market live: a market maker, a momentum trader and a noise trader, seeded, with
 * accounts of their own and ordinary orders; and the hand-over of an instrument to a recorded replay. Depends on catalogue,
 * market's published quotes, edge and the core's client. One thread trades.
 */
@NullMarked
package io.pharos.platform.sandbox.participants;

import org.jspecify.annotations.NullMarked;
