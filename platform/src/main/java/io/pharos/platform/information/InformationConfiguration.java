package io.pharos.platform.information;

import org.springframework.context.annotation.Configuration;

/** Role information. */
@Configuration(proxyBeanMethods = false)
public class InformationConfiguration {}
