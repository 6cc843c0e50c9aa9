package io.pharos.platform.operations;

import org.springframework.context.annotation.Configuration;

/** Role operations. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {}
