/**
 * Public market data. Depends on edge, database, catalogue and core.
 */
@NullMarked
package io.pharos.platform.market;

import org.jspecify.annotations.NullMarked;
