package io.pharos.platform.market;

import org.springframework.context.annotation.Configuration;

/** Role market. */
@Configuration(proxyBeanMethods = false)
public class MarketConfiguration {}
