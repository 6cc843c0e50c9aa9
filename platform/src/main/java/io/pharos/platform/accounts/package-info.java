/**
 * Who a customer is: registration, sign-in, profile, staff. Depends on edge, database and core. Entered by request
 * threads.
 */
@NullMarked
package io.pharos.platform.accounts;

import org.jspecify.annotations.NullMarked;
