/**
 * Deposits and withdrawals through a bank. Depends on edge, database, catalogue, money and core. Entered by request
 * threads and by its worker.
 */
@NullMarked
package io.pharos.platform.payments;

import org.jspecify.annotations.NullMarked;
