package io.pharos.platform.trading;

import org.springframework.context.annotation.Configuration;

/** Role trading. */
@Configuration(proxyBeanMethods = false)
public class TradingConfiguration {}
