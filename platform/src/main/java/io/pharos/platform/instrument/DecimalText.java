package io.pharos.platform.instrument;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of the API that is an exact decimal number, such as {@code "12.30"}. The API's description gives it the format
 * {@code decimal}, so that clients need not take it for words.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface DecimalText {}
