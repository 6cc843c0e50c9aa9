package io.pharos.platform.core;

import org.springframework.context.annotation.Configuration;

/** Role core. */
@Configuration(proxyBeanMethods = false)
public class CoreConfiguration {}
