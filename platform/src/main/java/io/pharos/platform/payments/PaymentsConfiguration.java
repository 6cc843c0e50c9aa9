package io.pharos.platform.payments;

import org.springframework.context.annotation.Configuration;

/** Role payments. */
@Configuration(proxyBeanMethods = false)
public class PaymentsConfiguration {}
